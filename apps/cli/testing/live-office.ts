import type { desk } from './typed.js';

type Desk = ReturnType<typeof desk>;

/** Begins a live log with an administrator, and grants a role to somebody for each of these. Returns the administrator's id. */
export async function liveOffice(office: Desk, staff: Readonly<Record<string, string>>): Promise<string> {
  const { person: chief } = (await office.type('people', 'first-administrator', '--json')).json<{ person: string }>();
  const acting = ['--by', 'administrator', '--actor', chief];
  for (const [person, role] of Object.entries(staff)) {
    for (const words of [['RegisterPerson', '--person', person], ['GrantRole', '--person', person, '--role', role, '--starts-on', '2012-01-01', '--reason', 'joined']]) {
      const { exit, out, err } = await office.type('run', ...words, ...acting);
      if (exit !== 0) throw new Error(`${words.join(' ')} ended with ${exit}: ${out}${err}`);
    }
  }
  return chief;
}
