/**
 * oidc-provider's adapter interface on better-sqlite3: one table, one row for
 * each thing it stores, prepared statements, WAL and `synchronous = NORMAL`
 * as in our own servers.
 *
 * @see https://github.com/panva/node-oidc-provider/blob/main/docs/README.md#adapter
 */
import Sqlite from 'better-sqlite3';

type Payload = Record<string, unknown> & {
  grantId?: string;
  userCode?: string;
  uid?: string;
};

type Row = { payload: string; consumed_at: number | null; expires_at: number | null };

const now = () => Math.floor(Date.now() / 1000);

/** A class that oidc-provider makes one instance of for each kind of thing. */
export function openSqliteAdapter(file: string) {
  const sqlite = new Sqlite(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  sqlite.exec(`
    CREATE TABLE stored (
      model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL,
      grant_id TEXT, user_code TEXT, uid TEXT, expires_at INTEGER, consumed_at INTEGER,
      PRIMARY KEY (model, id)
    ) WITHOUT ROWID;
    CREATE INDEX stored_grant ON stored (grant_id) WHERE grant_id IS NOT NULL;
    CREATE INDEX stored_user_code ON stored (user_code) WHERE user_code IS NOT NULL;
    CREATE INDEX stored_uid ON stored (uid) WHERE uid IS NOT NULL;
  `);

  const columns = 'SELECT payload, consumed_at, expires_at FROM stored WHERE model = ?';
  const statements = {
    upsert: sqlite.prepare(`
      INSERT INTO stored (model, id, payload, grant_id, user_code, uid, expires_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET payload = excluded.payload, grant_id = excluded.grant_id,
        user_code = excluded.user_code, uid = excluded.uid, expires_at = excluded.expires_at`),
    find: sqlite.prepare<unknown[], Row>(`${columns} AND id = ?`),
    findByUserCode: sqlite.prepare<unknown[], Row>(`${columns} AND user_code = ?`),
    findByUid: sqlite.prepare<unknown[], Row>(`${columns} AND uid = ?`),
    consume: sqlite.prepare(
      'UPDATE stored SET consumed_at = ? WHERE model = ? AND id = ?',
    ),
    destroy: sqlite.prepare('DELETE FROM stored WHERE model = ? AND id = ?'),
    revokeByGrantId: sqlite.prepare('DELETE FROM stored WHERE grant_id = ?'),
  };

  const payloadOf = (row: Row | undefined) => {
    if (!row || (row.expires_at && row.expires_at <= now())) return undefined;
    const payload = JSON.parse(row.payload);
    return row.consumed_at ? { ...payload, consumed: row.consumed_at } : payload;
  };

  return class SqliteAdapter {
    readonly model: string;

    constructor(model: string) {
      this.model = model;
    }

    async upsert(id: string, payload: Payload, expiresIn?: number) {
      const { grantId = null, userCode = null, uid = null } = payload;
      const expiresAt = expiresIn ? now() + expiresIn : null;
      const json = JSON.stringify(payload);
      statements.upsert.run(this.model, id, json, grantId, userCode, uid, expiresAt);
    }

    async find(id: string) {
      return payloadOf(statements.find.get(this.model, id));
    }

    async findByUserCode(userCode: string) {
      return payloadOf(statements.findByUserCode.get(this.model, userCode));
    }

    async findByUid(uid: string) {
      return payloadOf(statements.findByUid.get(this.model, uid));
    }

    async consume(id: string) {
      statements.consume.run(now(), this.model, id);
    }

    async destroy(id: string) {
      statements.destroy.run(this.model, id);
    }

    async revokeByGrantId(grantId: string) {
      statements.revokeByGrantId.run(grantId);
    }
  };
}
