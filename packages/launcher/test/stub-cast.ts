/** A cast of two, and an inspector in front of them, played by stubs. */
import type { Part, PartName } from '../src/part.ts';
import type { Role } from '../src/role.ts';

function stub<Name extends PartName>(name: Name): Part & { name: Name } {
  const variable = name.toUpperCase().replace('-', '_');
  return {
    name,
    label: name.replace('-', ' '),
    color: 'green',
    originSetting: `${variable}_ORIGIN`,
    portSetting: `${variable}_PORT`,
    whatToDo: 'nothing',
    folder: import.meta.dirname,
    program: (_mode, port) => ['stub-part.ts', name, String(port)],
  };
}

export const stubCast: Role[] = [stub('resource-server'), stub('worker')];
export const stubInspector: Part = stub('inspector');
