import { faultOf, shown } from '#platform/databases';
import { StoreFault } from '#platform/event-store';

/** Codes of PostgreSQL and of the network that say nothing about the question: another connection may well answer it. */
const passing = /^(08|57P0[123]|53300|25006|ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|EAI_AGAIN)/;
/** What the driver says without a code. */
const lost = /^(Connection terminated|Connection ended|Client (has encountered|was closed)|timeout (exceeded|expired)|Query read timeout)/;

const partOf = (problem: unknown, part: 'code' | 'message'): string =>
  typeof problem === 'object' && problem !== null && part in problem ? String((problem as Record<string, unknown>)[part]) : '';

/** Whether the connection, not the question, is at fault. */
export function isLost(problem: unknown): boolean {
  const code = partOf(problem, 'code');
  return code === '' ? lost.test(partOf(problem, 'message')) : passing.test(code);
}

/** What went wrong with a question, for whoever asked. */
export function faultFrom(address: string, problem: unknown): unknown {
  const code = partOf(problem, 'code');
  if (code.startsWith('23') || code === 'XX001') {
    const advice = 'what is stored contradicts its own index. Check the log before anything else is written';
    return new StoreFault('corrupt', `${shown(address)}: ${advice} (${code}: ${partOf(problem, 'message')})`, { cause: problem });
  }
  if (code === '42501') {
    const advice = 'this user may not do that to the log. Start once as the owner of the database, which makes the tables; then grant this user what infra/postgres/application-role.sql lists';
    return new StoreFault('unreachable', `${shown(address)}: ${advice} (${code}: ${partOf(problem, 'message')})`, { cause: problem });
  }
  return faultOf(address, problem);
}

/** An append whose answer did not come, even when it was sent again. */
export function unknownOutcome(address: string, problem: unknown): StoreFault {
  const advice = 'the server was lost during an append and did not come back in time. Whether it was stored is unknown: repeat it with the same ids';
  const said = [partOf(problem, 'code'), partOf(problem, 'message')].filter(Boolean).join(': ');
  return new StoreFault('unreachable', `${shown(address)}: ${advice} (${said})`, { cause: problem });
}

/** Runs something; what the driver throws leaves as a StoreFault. */
export async function withFaults<T>(address: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (problem) {
    throw problem instanceof StoreFault ? problem : faultFrom(address, problem);
  }
}
