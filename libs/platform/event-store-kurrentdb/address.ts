import { StoreFault } from '#platform/event-store';

export interface KurrentAddress {
  /** What the client is given: no password, which it would print with `DEBUG` set, and no setting that it doesn't know. */
  readonly connectionString: string;
  readonly credentials?: { readonly username: string; readonly password: string };
  /** Whose streams are ours in a database that others may use too. */
  readonly log: string;
  /** The address as it may be printed. */
  readonly shown: string;
}

/** Settings of the client that make sense here. `throwOnAppendFailure=false` does not: the client then answers with wrong revisions. */
const settings = new Set([
  'usercertfile', 'userkeyfile', 'maxdiscoverattempts', 'connectionname', 'defaultdeadline', 'discoveryinterval', 'gossiptimeout', 'nodepreference',
  'tls', 'tlsverifycert', 'tlscafile', 'keepaliveinterval', 'keepalivetimeout',
]);
const logName = /^[a-z][a-z0-9]{0,39}$/;
const form = /^(kurrentdb(?:\+discover)?):\/\/(?:(.*)@)?([^@/?]+)\/?(?:\?(.*))?$/;
const like = 'kurrentdb://user:password@host:2113?tls=true&log=tallystick, with the password percent-encoded';

/**
 * Takes an address apart: `kurrentdb://[user:password@]host[:port][,host…][?setting=value&…]`, or `kurrentdb+discover://` for a name
 * that stands for a cluster. `log` names the log (`tallystick`); other settings are the client's. Throws StoreFault 'invalid'.
 */
export function parseAddress(address: string): KurrentAddress {
  const [, scheme, user, hosts, query = ''] = form.exec(address) ?? [];
  if (scheme === undefined || hosts === undefined) throw new StoreFault('invalid', `The address of KurrentDB cannot be read. Write something like ${like}`);
  const shown = `${scheme}://${hosts}`;
  let log = 'tallystick';
  const kept = query.split('&').filter((pair) => {
    if (pair === '') return false;
    const [name = '', value = ''] = pair.split('=');
    if (name.toLowerCase() === 'log') log = value;
    else if (!settings.has(name.toLowerCase().replace(/[_-]/g, ''))) {
      throw new StoreFault('invalid', `${shown}: "${name}" is not a setting of the address. There are: log, ${[...settings].join(', ')}`);
    }
    return name.toLowerCase() !== 'log';
  });
  if (!logName.test(log)) throw new StoreFault('invalid', `${shown}: a log cannot be called "${log}". Small letters and digits, a letter first`);
  const connectionString = `${shown}${kept.length === 0 ? '' : `?${kept.join('&')}`}`;
  return { connectionString, log, shown, ...(user === undefined ? {} : { credentials: credentialsOf(user, shown) }) };
}

function credentialsOf(text: string, shown: string): { username: string; password: string } {
  const colon = text.indexOf(':');
  if (colon < 1) throw new StoreFault('invalid', `${shown}: a user needs a password. Write something like ${like}`);
  try {
    return { username: decodeURIComponent(text.slice(0, colon)), password: decodeURIComponent(text.slice(colon + 1)) };
  } catch (cause) {
    throw new StoreFault('invalid', `${shown}: user and password must be percent-encoded: write something like ${like}`, { cause });
  }
}
