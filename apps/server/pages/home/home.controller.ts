import { Controller, Get, Req } from '@nestjs/common';
import { maySignInAs, roles } from '#domain/people';
import type { ProgrammePage } from '#views/registers';
import { doneSentence } from '../../forms/done-sentence.js';
import { beginnings, stepsFor, type Step } from '../../forms/next-steps.js';
import { template, type Reply } from '../../layout/reply.js';
import { inPounds, many } from '../../layout/words.js';
import { Reading } from '../../reading/reading.js';
import { OpenToAll } from '../../security/needs.js';
import { HouseOf } from '../../visits/house-of.js';
import { link, may, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { idleWords, waitingOf, type ShownWaiting } from './waiting.js';

interface HomeModel {
  readonly waiting: readonly ShownWaiting[];
  readonly idle: string;
  readonly actions: readonly Pick<Step, 'text' | 'href'>[];
  /** Open rounds whose form the visitor may answer. */
  readonly applyTo: readonly { readonly text: string; readonly href: string }[];
  readonly programmes: readonly { readonly name: string; readonly href: string; readonly figures: string }[];
}
/** A live store begins with people: nobody else can do anything in it. A demonstration has its cast. */
const peopleFirst = (visit: Visit): readonly Pick<Step, 'text' | 'href'>[] => (may(visit, 'people:register') && !visit.past ? [{ text: 'Register a person and grant them a role', href: '/people/register' }] : []);

interface WelcomeModel {
  readonly choices: readonly { readonly role: string; readonly title: string; readonly does: string }[];
}
const homePage = template<HomeModel>('pages/home/home.njk');
const welcomePage = template<WelcomeModel>('pages/home/welcome.njk');

/** What needs the visitor; for whoever has not signed in, what this is. */
@Controller()
export class HomeController {
  constructor(
    private readonly reading: Reading,
    private readonly house: HouseOf,
  ) {}

  @Get()
  @OpenToAll()
  async home(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const { session } = visit;
    if (!session) {
      const choices = this.house.kind === 'live' ? [] : maySignInAs.map((role) => ({ role, title: roles[role].title, does: roles[role].does }));
      return welcomePage('Tallystick', { choices });
    }
    const [waiting, seen] = may(visit, 'register:read') ? await Promise.all([waitingOf(session.role, this.reading, visit), this.#programmes(visit)]) : [[], []];
    const programmes = seen.map((each) => shownProgramme(each, visit));
    const applyTo = await this.#applyTo(seen, visit);
    const model = { waiting, applyTo, idle: idleWords[session.role] ?? '', actions: [...peopleFirst(visit), ...stepsFor(visit, beginnings, '')], programmes };
    return homePage('What needs you', model, { done: doneSentence(visit) });
  }

  async #programmes(visit: Visit): Promise<readonly ProgrammePage[]> {
    const seen = await Promise.all((await this.reading.programmes(visit)).map(({ code }) => this.reading.programme(visit, code)));
    return seen.filter((programme) => programme !== undefined);
  }

  async #applyTo(programmes: readonly ProgrammePage[], visit: Visit): Promise<HomeModel['applyTo']> {
    if (visit.past || visit.soOn || !may(visit, 'application:submit')) return [];
    const open = programmes.flatMap(
      ({ name: programme, rounds }) => rounds.filter(({ isOpen }) => isOpen).map(({ reference, name }) => ({ text: `${programme}: ${name}`, reference })),
    );
    const asking = await Promise.all(open.map(async (each) => ({ ...each, form: await this.reading.form(visit, each.reference) })));
    return asking.filter(({ form }) => form !== undefined).map(({ text, reference }) => ({ text, href: `/rounds/${reference}/apply` }));
  }
}

const shownProgramme = ({ code, name, awards, agreedMinor, paidMinor }: ProgrammePage, visit: Visit): HomeModel['programmes'][number] => ({
  name,
  href: link(visit, `/programmes/${code}`),
  figures: `${many(awards, 'award', 'awards')}, ${inPounds(agreedMinor)} agreed, ${inPounds(paidMinor)} paid`,
});
