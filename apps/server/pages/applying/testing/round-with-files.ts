import { toDate } from '#kernel';
import { commands } from '#domain';
import { demonstrationPerson } from '#domain/people';
import { signedIn, type OpenHouse } from '../../../testing/open-house.js';

export type Files = Readonly<Record<string, readonly [content: Buffer, name: string]>>;

const form = [
  { code: 'why', ask: 'Why here?', required: true, reusable: false, answer: { kind: 'text', limit: 200 } },
  {
    code: 'plan',
    ask: 'The plan of the site',
    hint: 'As it was adopted',
    required: true,
    reusable: true,
    answer: { kind: 'file', kinds: 'document', kilobytes: 300 },
  },
  { code: 'photo', ask: 'A photograph', required: false, reusable: false, answer: { kind: 'file', kinds: 'picture', kilobytes: 100 } },
  { code: 'other', ask: 'Anything else', required: false, reusable: false, answer: { kind: 'file', kinds: 'any', kilobytes: 20_000 } },
];
const terms = { support: [{ kind: 'advice', on: 'homes' }], intake: { kind: 'open-call', late: 'never', again: 'until-it-closes' } };

/** Two rounds of an empty house whose forms ask for files, a council that applies, and the form as a browser sends it. */
export async function roundWithFiles(house: OpenHouse) {
  const run = async (role: string, name: string, input: object): Promise<string> => {
    const command = commands.find((each) => each.name === name);
    if (!command) throw new Error(`There is no command ${name}`);
    const came = await house.house.engine.run(command, input, { actor: demonstrationPerson(role), role, on: toDate('2012-05-01') });
    if (came.outcome !== 'done') throw new Error(JSON.stringify(came));
    return came.reference;
  };
  await run('finance-officer', 'OpenFund', { code: 'HOMES', name: 'Homes' });
  await run('programme-manager', 'DefineProgramme', { code: 'HOUSING', name: 'Housing', purpose: 'Homes', awardCeiling: '£0.00', instrument: 'none' });
  await run('programme-manager', 'DesignScheme', { programme: 'HOUSING', terms });
  const open = (name: string) =>
    run('programme-manager', 'OpenRound', { programme: 'HOUSING', name, fund: 'HOMES', financialYear: 'FY1213', allocation: '£0.00', form });
  const [spring, autumn] = [await open('Spring'), await open('Autumn')];
  const council = await run('programme-officer', 'RegisterOrganisation', { name: 'Ambleford City Council', type: 'unitary' });
  const officer = () => signedIn(house, 'programme-officer');

  async function send(words: Readonly<Record<string, string>>, files: Files = {}, { round = spring, as = officer() } = {}) {
    const request = (await as).post(`/rounds/${round}/apply`);
    for (const [name, word] of Object.entries({ organisation: council, title: 'Homes on the quay', 'answers.why': 'There is room', ...words }))
      void request.field(name, word);
    for (const [question, [content, filename]] of Object.entries(files)) void request.attach(`answers.${question}.file`, content, { filename });
    return request;
  }
  return { spring, autumn, council, officer, send };
}
export type RoundWithFiles = Awaited<ReturnType<typeof roundWithFiles>>;
