import { table } from '../../table.js';
import { wholeOf } from './bytes.js';
import type { Year } from './index.js';
import { costOf } from './prices.js';

const whole = (figure: number): string => Math.round(figure).toLocaleString('en-GB');
const gigabytes = (bytes: number): string => (bytes < 1e12 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e12).toFixed(2)} TB`);
const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
const time = (milliseconds: number): string => (milliseconds < 10_000 ? `${milliseconds.toFixed(0)} ms` : milliseconds < 3_600_000 ? `${(milliseconds / 60_000).toFixed(1)} min` : `${(milliseconds / 3_600_000).toFixed(1)} h`);

/** A year of so many awards, a table for each thing that one asks of it. */
export function yearInWords({ awards, eventsOfAward, commandsOfAward, kept, stateBytes, rates, years }: Year): readonly string[] {
  return [
    '', `A year of ${whole(awards)} awards: ${eventsOfAward.toFixed(1)} events and ${commandsOfAward.toFixed(1)} commands each, ${whole(awards * eventsOfAward)} events and ${whole(awards * commandsOfAward)} commands`,
    ...part('What was weighed, in bytes for each event', ['Store', 'Events', 'Log', 'of it indexes', 'Views', 'of it indexes', 'Made, events/s', 'Checked, events/s'],
      kept.map(({ store, events, log, views, viewedPerSecond, checkedPerSecond }) => [store, whole(events), ...[wholeOf(log), log.indexBytes, wholeOf(views), views.indexBytes].map((bytes) => whole(bytes / events)), whole(viewedPerSecond), whole(checkedPerSecond)])),
    ...(stateBytes === undefined ? [] : ['', `An award's folded state takes ${whole(stateBytes)} bytes of an engine's memory; it holds up to 100,000 states.`]),
    ...part('What the engine did, commands/s', ['Store', ...(rates[0]?.rates ?? []).map(({ callers }) => `${callers} callers`)], rates.map((each) => [each.store, ...each.rates.map(({ perSecond }) => whole(perSecond))])),
    ...part('What a year comes to', ['Store', 'Who', 'Awards', 'Log', 'Views', 'All views made again', 'Every byte checked', 'A year of it (prices assumed)'],
      years.map((each) => [each.store, each.who, whole(each.awards), gigabytes(each.logBytes), gigabytes(each.viewBytes), time(each.rebuildHours * 3_600_000), time(each.checkHours * 3_600_000), `£${whole(costOf(each))}`])),
    ...part('How long commands wait in that year (arrivals assumed)', ['Store', 'Who', 'Busiest hour, /s', 'of what it can', 'of what views can', 'p50', 'p99', 'p99.9', 'Longest', 'Seconds behind'],
      years.map(({ store, who, queued, viewsShare }) => [store, who, queued.busiestPerSecond.toFixed(1), percent(queued.busiestShare), percent(viewsShare), time(queued.p50), time(queued.p99), time(queued.p999), time(queued.longestSeconds * 1_000), whole(queued.secondsBehind)])),
  ];
}

const part = (title: string, headings: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] => (rows.length === 0 ? [] : ['', title, '', table(headings, rows)]);
