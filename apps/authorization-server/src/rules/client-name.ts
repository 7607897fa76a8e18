/**
 * What must hold for the name of a client. People decide by it whom they let
 * at their data, and it stands on every page that asks them.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const clientNameGiven: Rule = {
  id: 'client-name-given',
  spec: 'RFC 7591, section 2',
  level: 'HARDENING',
  says: 'The client has a client_name with at least one letter or digit in it.',
  stops: 'A person is asked to agree to something that has no name.',
  fix: 'Add client_name, with the name that people know the application by.',
  error: 'invalid_client_metadata',
};

export const clientNameShort: Rule = {
  id: 'client-name-short',
  spec: 'RFC 7591, section 5',
  level: 'HARDENING',
  says: 'The client_name has at most 60 characters, each of at most four code points.',
  stops:
    'A name of a thousand characters pushes the question that a person should answer off the page.',
  fix: 'Shorten client_name to 60 characters, and put what else there is to say into description.',
  error: 'invalid_client_metadata',
};

export const clientNamePlain: Rule = {
  id: 'client-name-plain',
  spec: 'RFC 7591, section 5',
  level: 'HARDENING',
  says: 'The client_name is one line of visible characters with single spaces: no markup, nothing that controls, is invisible or turns the direction of writing.',
  stops:
    'A name writes into the page around it, or reads differently from what was compared.',
  fix: 'Write client_name in letters, digits, punctuation and single spaces; type it anew if it was copied, since what is wrong may be invisible.',
  error: 'invalid_client_metadata',
};

export const clientNameNotOurs: Rule = {
  id: 'client-name-not-ours',
  spec: 'RFC 7591, section 5',
  level: 'HARDENING',
  says: 'The name of this server, Acorn, is no part of a client_name, whichever letters it is written in.',
  stops: 'An application that calls itself Acorn Security asks people for everything.',
  fix: 'Choose a client_name without Acorn in it.',
  error: 'invalid_client_metadata',
};

export const clientNameUnlikeOthers: Rule = {
  id: 'client-name-unlike-others',
  spec: 'Unicode Technical Standard #39',
  level: 'HARDENING',
  says: 'The client_name does not look like that of a client of somebody else: they differ after letters that look alike, case, accents, spaces and punctuation are made equal, and words that only vouch for it (official, verified, support) are left out.',
  stops:
    'An application with a Cyrillic letter in its name, or with the word official behind it, is taken for the one that people trust.',
  fix: 'Choose another client_name: there is an application here whose name looks the same.',
  error: 'invalid_client_metadata',
};
