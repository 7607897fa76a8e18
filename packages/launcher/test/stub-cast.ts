import type { Role } from '../src/role.ts';

/** A cast of two, played by stubs. */
export const stubCast: Role[] = (['resource-server', 'worker'] as const).map((name) => {
  const variable = name.toUpperCase().replace('-', '_');
  return {
    name,
    label: name.replace('-', ' '),
    color: 'green',
    originSetting: `${variable}_ORIGIN`,
    portSetting: `${variable}_PORT`,
    whatToDo: 'nothing',
    folder: import.meta.dirname,
    program: (_mode, port) => ['stub-role.ts', String(port)],
  };
});
