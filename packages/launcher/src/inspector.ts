/**
 * The inspector: it stands in front of the roles, where others reach them, and
 * passes everything on to where they listen.
 */
import { appFolder, type Part } from './part.ts';

export const inspector: Part = {
  name: 'inspector',
  label: 'inspector',
  color: 'gray',
  originSetting: 'INSPECTOR_ORIGIN',
  portSetting: 'INSPECTOR_PORT',
  whatToDo: 'open this first: every message between the roles, live',
  folder: appFolder('inspector'),
  program: () => ['src/main.ts'],
};
