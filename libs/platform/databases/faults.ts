import { StoreFault, type FaultKind } from '#platform/event-store';
import { shown } from './address.js';

type Meaning = readonly [beginning: string, kind: FaultKind, advice: string];

/** What a driver's code means for whoever asked; the first whose beginning fits is taken. What is in none of them is a mistake of ours. */
const meanings: readonly Meaning[] = [
  ['SQLITE_FULL', 'disk-full', 'the disk is full. Free some space and try again'],
  ['SQLITE_BUSY', 'unreachable', 'another process kept the write lock for too long. Try again; if it stays, look for a backup tool or a shell that holds the file open'],
  ['SQLITE_LOCKED', 'unreachable', 'the file is locked by another connection. Try again'],
  ['SQLITE_CORRUPT', 'corrupt', 'the file is damaged. Stop, keep it as evidence, and restore a backup'],
  ['SQLITE_NOTADB', 'corrupt', 'the file is not an SQLite database'],
  ['SQLITE_READONLY', 'unreachable', 'the file or its folder may not be written by this user'],
  ['SQLITE_CANTOPEN', 'unreachable', 'the file cannot be opened: look at the folder and at who owns it'],
  ['SQLITE_IOERR', 'unreachable', 'the disk did not do what it was asked. Check the disk, then start again'],
  ['ECONN', 'unreachable', 'no server answers there, or the connection was lost. Check that PostgreSQL runs and that the address is right'],
  ['ENOTFOUND', 'unreachable', 'there is no machine of that name'],
  ['EAI_AGAIN', 'unreachable', 'the name of the machine cannot be looked up at the moment'],
  ['EHOST', 'unreachable', 'the machine cannot be reached'],
  ['ENET', 'unreachable', 'the network cannot be reached'],
  ['ETIMEDOUT', 'unreachable', 'the machine does not answer'],
  ['EPIPE', 'unreachable', 'the connection was lost'],
  ['53100', 'disk-full', 'the disk of the server is full. Free some space and try again'],
  ['53', 'unreachable', 'the server has no connection or no memory left. Raise max_connections, or run fewer processes'],
  ['57P', 'unreachable', 'the server is being stopped or started. Try again in a moment'],
  ['57014', 'unreachable', 'the server stopped a statement that took too long'],
  ['25P0', 'unreachable', 'the server ended a transaction that was left idle for too long. Try again'],
  ['08', 'unreachable', 'the connection was lost'],
  ['55P03', 'unreachable', 'another transaction kept its lock for too long. Try again; pg_stat_activity says who holds it'],
  ['40', 'unreachable', 'it met another transaction. Try again'],
  ['28', 'unreachable', 'the server does not let this user in. Check the user and the password of the address'],
  ['3D000', 'unreachable', 'there is no such database. Make it with CREATE DATABASE, or correct the address'],
  ['42501', 'unreachable', 'this user may not do that there. It makes and drops tables, so let it own the database: see "Roles of PostgreSQL" in docs/operating.md'],
  ['25006', 'unreachable', 'this server only answers questions: it is a standby. Name the primary in the address'],
  ['XX001', 'corrupt', 'the data of the server is damaged. Stop, keep it as evidence, and restore a backup'],
];
/** What the drivers say without a code. */
const withoutCode: readonly Meaning[] = [
  ['SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a', 'unreachable', 'the server asks for a password, and there is none. Put it into the address, into PGPASSWORD or into a PGPASSFILE'],
  ['Cannot open database because the directory does not exist', 'unreachable', 'its folder is not there. Make the folder, or correct the address'],
];
/** What pg says without a code when the other end is gone. */
const lost = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout)/;

/** What a driver threw as a StoreFault that says what to do; anything else as it is, since it is a mistake of ours. */
export function faultOf(address: string, problem: unknown): unknown {
  if (!(typeof problem === 'object' && problem !== null && 'message' in problem)) return problem;
  const { message } = problem as { message: string };
  const code = 'code' in problem && typeof problem.code === 'string' ? problem.code : '';
  const found = code === '' ? withoutCode.find(([beginning]) => message.startsWith(beginning)) : meanings.find(([beginning]) => code.startsWith(beginning));
  const [, kind, advice] = found ?? (lost.test(message) ? (['', 'unreachable', 'the connection was lost'] as const) : []);
  if (kind === undefined) return problem;
  return new StoreFault(kind, `${shown(address)}: ${advice} (${[code, message].filter(Boolean).join(': ')})`, { cause: problem });
}

/** Whether two of what may only be once met: a key that is taken. */
export const isTaken = (problem: unknown): boolean =>
  typeof problem === 'object' && problem !== null && 'code' in problem && (problem.code === '23505' || /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(String(problem.code)));
