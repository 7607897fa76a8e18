/** The fields of a request and of an answer: first what OAuth is about, then the rest, folded. */
import { headerOf } from '../../explain/message.ts';
import type { RequestFields, ResponseFields } from './build-edit.ts';
import { EditBody } from './edit-body.tsx';
import type { IsCovered } from './edit-frame.tsx';
import { EditBearerToken, EditHeaders, EditPairs } from './edit-pairs.tsx';
import type { Address } from './pairs.ts';

type Props<Fields> = {
  fields: Fields;
  onChange: (fields: Fields) => void;
  isCovered: IsCovered;
};

export function EditRequestFields({ fields, onChange, isCovered }: Props<RequestFields>) {
  const change = (part: Partial<RequestFields>) => onChange({ ...fields, ...part });
  return (
    <>
      <div className="edit-line">
        <label>
          Method{' '}
          <input
            className="field"
            size={8}
            value={fields.method}
            pattern="[A-Z]+"
            required
            onChange={({ target }) => change({ method: target.value.toUpperCase() })}
          />
        </label>
        <EditBase address={fields.address} label="Path" onChange={change} />
      </div>
      <EditPairs
        part="query"
        pairs={fields.address.query}
        onChange={(query) => change({ address: { ...fields.address, query } })}
        isCovered={isCovered}
      />
      <EditBearerToken
        headers={fields.headers}
        onChange={(headers) => change({ headers })}
      />
      <EditRest fields={fields} change={change} isCovered={isCovered} />
    </>
  );
}

export function EditResponseFields(props: Props<ResponseFields>) {
  const { fields, onChange, isCovered } = props;
  const { location } = fields;
  const change = (part: Partial<ResponseFields>) => onChange({ ...fields, ...part });
  return (
    <>
      <div className="edit-line">
        <label>
          Status{' '}
          <input
            className="field"
            type="number"
            min="200"
            max="599"
            required
            value={fields.status || ''}
            onChange={({ target }) => change({ status: target.valueAsNumber })}
          />
        </label>
        {location && (
          <EditBase
            address={location}
            label="Location"
            onChange={({ address }) => change({ location: address })}
          />
        )}
      </div>
      {location && (
        <EditPairs
          part="location"
          pairs={location.query}
          onChange={(query) => change({ location: { ...location, query } })}
          isCovered={isCovered}
        />
      )}
      <EditRest fields={fields} change={change} isCovered={isCovered} />
    </>
  );
}

function EditBase(props: {
  address: Address;
  label: string;
  onChange: (part: { address: Address }) => void;
}) {
  const { address, label, onChange } = props;
  return (
    <label>
      {label}{' '}
      <input
        className="field"
        value={address.base}
        required
        onChange={({ target }) =>
          onChange({ address: { ...address, base: target.value } })
        }
      />
    </label>
  );
}

/** Body and headers, which both halves have. */
function EditRest({
  fields,
  change,
  isCovered,
}: {
  fields: Pick<RequestFields, 'headers' | 'body'>;
  change: (part: Partial<Pick<RequestFields, 'headers' | 'body'>>) => void;
  isCovered: IsCovered;
}) {
  return (
    <>
      <EditBody
        body={fields.body}
        contentType={headerOf(fields.headers, 'content-type') ?? ''}
        onChange={(body) => change({ body })}
        isCovered={isCovered}
      />
      <details>
        <summary>{fields.headers.length} headers</summary>
        <EditHeaders
          headers={fields.headers}
          onChange={(headers) => change({ headers })}
          isCovered={isCovered}
        />
      </details>
    </>
  );
}
