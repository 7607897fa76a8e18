/**
 * Change a message before it goes on, or before it is sent once more. Against
 * the roles on this machine only: the wiretap reaches no others.
 */
import { useState } from 'react';
import type {
  EditedRequest,
  EditedResponse,
  Exchange,
  RecordedRequest,
  RecordedResponse,
} from '../../recording/exchange.ts';
import { api } from '../api.ts';
import { attempt, say } from '../notice.tsx';
import { openMessage } from '../selection.ts';
import {
  buildEditedRequest,
  buildEditedResponse,
  readRequest,
  readResponse,
} from './build-edit.ts';
import { EditRequestFields, EditResponseFields } from './edit-fields.tsx';
import { EditFrame, type IsCovered } from './edit-frame.tsx';

export type EditProps = {
  /** With its bodies. */
  exchange: Exchange;
  /** Called when it was sent, or when nothing shall change after all. */
  onDone: () => void;
  isCovered: IsCovered;
};

export function EditHeldRequest({ exchange, ...rest }: EditProps) {
  return (
    <EditRequest
      {...rest}
      request={exchange.request}
      send={(edited) => api.releaseRequest(exchange.id, edited)}
      button="Send it on changed"
    />
  );
}

export function EditHeldResponse({ exchange, onDone, isCovered }: EditProps) {
  const response = exchange.response as RecordedResponse;
  const [fields, setFields] = useState(() => readResponse(response));
  const edited: EditedResponse = buildEditedResponse(response, fields);
  return (
    <EditFrame
      changes={edited}
      button="Send it on changed"
      onCancel={onDone}
      onSend={async () => {
        if (await attempt(() => api.releaseResponse(exchange.id, edited))) onDone();
      }}
    >
      <EditResponseFields fields={fields} onChange={setFields} isCovered={isCovered} />
    </EditFrame>
  );
}

export function EditAndSendAgain({ exchange, ...rest }: EditProps) {
  return (
    <EditRequest
      {...rest}
      request={exchange.request}
      send={(edited) => sendAgain(exchange.id, edited)}
      button="Send it again, changed"
    />
  );
}

/** @throws {Error} with a sentence */
export async function sendAgain(id: number, edited?: EditedRequest): Promise<void> {
  const { exchange } = await api.sendAgain(id, edited);
  openMessage(exchange, 'request');
  say('It was sent again; the new message is open.');
}

type EditRequestProps = Omit<EditProps, 'exchange'> & {
  request: RecordedRequest;
  send: (edited: EditedRequest) => Promise<unknown>;
  button: string;
};

function EditRequest({ request, send, button, onDone, isCovered }: EditRequestProps) {
  const [fields, setFields] = useState(() => readRequest(request));
  const edited = buildEditedRequest(request, fields);
  return (
    <EditFrame
      changes={edited}
      button={button}
      onCancel={onDone}
      onSend={async () => {
        if (await attempt(() => send(edited))) onDone();
      }}
    >
      <EditRequestFields fields={fields} onChange={setFields} isCovered={isCovered} />
    </EditFrame>
  );
}
