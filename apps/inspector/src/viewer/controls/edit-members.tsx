/** The members of a JSON object as rows that can be changed. */
import type { IsCovered } from './edit-frame.tsx';
import { EditToken } from './edit-token.tsx';
import { addMember, type JsonObject, type Member, removeMember } from './json-members.ts';
import { Add, Row, withAt } from './rows.tsx';
import { readToken } from './token-fields.ts';

type Props = {
  legend: string;
  object: JsonObject;
  onChange: (object: JsonObject) => void;
  isCovered?: IsCovered;
};

export function EditMembers({ legend, object, onChange, isCovered }: Props) {
  const change = (index: number, member: Member) =>
    onChange({ ...object, members: withAt(object.members, index, member) });
  return (
    <fieldset>
      <legend>{legend}</legend>
      {object.members.map((member, index) => {
        const { name, value, isString, key, raw } = member;
        const setValue = (next: string) =>
          change(index, { ...member, value: next, raw: undefined });
        return (
          <Row
            key={`${index} of ${object.members.length}`}
            name={name}
            value={value}
            covered={raw !== undefined && isCovered?.(value)}
            onChange={setValue}
            {...(key === undefined && {
              onRename: (next: string) => change(index, { ...member, name: next }),
            })}
            onRemove={() => onChange(removeMember(object, index))}
          >
            {isString && readToken(value) && (
              <EditToken legend={name} token={value} onChange={setValue} />
            )}
          </Row>
        );
      })}
      <Add what="member" onAdd={() => onChange(addMember(object))} />
    </fieldset>
  );
}
