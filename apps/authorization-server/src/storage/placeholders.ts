/**
 * For a statement that is prepared once and run often: a placeholder for each
 * column, with the name of the column.
 */
import { getTableColumns, type InferInsertModel, sql, type Table } from 'drizzle-orm';

export function placeholders<T extends Table>(table: T): InferInsertModel<T> {
  const names = Object.keys(getTableColumns(table));
  const all = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
  return all as InferInsertModel<T>;
}
