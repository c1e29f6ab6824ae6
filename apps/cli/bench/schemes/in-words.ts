import { table } from '../../table.js';
import type { Choice } from './choosing-process.js';
import { ratioOf, ratioOfAll, type LikeCommand } from './cost.js';
import type { Schemes } from './index.js';

const whole = (figure: number): string => Math.round(figure).toLocaleString('en-GB');

const chosen = (what: string, among: number, { milliseconds, processorMilliseconds, blockedMilliseconds }: Choice): readonly string[] =>
  [what, whole(among), whole(milliseconds), whole(processorMilliseconds), whole(blockedMilliseconds)];

const beside = (commands: readonly LikeCommand[]): readonly (readonly string[])[] =>
  commands.map((each) => {
    const { command, simple, other } = each;
    const times = [
      simple.milliseconds, other.milliseconds, ratioOf(each, 'milliseconds'),
      simple.processorMilliseconds, other.processorMilliseconds, ratioOf(each, 'processorMilliseconds'),
    ];
    return [command, `${simple.events} / ${other.events}`, ...times.map((figure) => figure.toFixed(2))];
  });

export function schemesInWords({ choosing, seasons: { awards, commands } }: Schemes): readonly string[] {
  const { applications, bodies, few } = choosing;
  return [
    '', 'Choosing among very many; "blocked" is the longest time that nobody else had a turn', '',
    table(['What', 'Among', 'ms', 'Processor ms', 'Blocked ms'], [
      chosen('ScreenApplications, six rules, nothing read yet', applications, choosing.screening),
      chosen('RankApplications, three assessors, nothing read yet', applications, choosing.ranking),
      ['the sharing alone, of weights at hand', whole(bodies), whole(choosing.shareMilliseconds), '', ''],
      chosen('ShareFund whole, nothing read yet', bodies, choosing.shareFund),
      chosen('ShareFund whole, register at hand', bodies, choosing.shareFundAgain),
    ]),
    '', `Terms of every kind beside the simplest, medians over ${awards} awards each; ms`, '',
    table(['Command', 'Events', 'Simplest', 'Every kind', 'Ratio', 'Processor', 'Every kind', 'Ratio'], [
      ...beside(commands),
      ['all of an award', '', '', '', ratioOfAll(commands, 'milliseconds').toFixed(2), '', '', ratioOfAll(commands, 'processorMilliseconds').toFixed(2)],
    ]),
    '', `A round to which ${whole(few)} applied beside one to which ${whole(bodies)} did; ms`, '',
    table(['Command', 'Events', 'Few', 'Many', 'Ratio', 'Processor', 'Many', 'Ratio'], beside(choosing.registers)),
  ];
}
