/**
 * Appends with emmett-postgresql as it is published, with the settings that it has when it is given nothing but an address:
 * `tally bench` asks it, by messages, to append the same events again and again, each time to a new stream.
 */
import { randomUUID } from 'node:crypto';

/** By a name that is not followed: it is installed here, and only when somebody measures. */
const packageName = '@event-driven-io/emmett-postgresql';
const { getPostgreSQLEventStore } = await import(packageName);

/** @returns {Promise<any>} */
const next = () => new Promise((resolve) => process.once('message', resolve));
/** @param {unknown} said */
const tell = (said) => process.send?.(said);
const warmUp = 3_000;

const { address, callers, milliseconds, events } = await next();
const store = getPostgreSQLEventStore(address);
await store.schema.migrate();

/** @param {() => boolean} goesOn */
async function append(goesOn) {
  let commands = 0;
  const started = performance.now();
  const call = async () => {
    while (goesOn()) {
      await store.appendToStream(`award-${randomUUID()}`, events);
      commands += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  return { commands, milliseconds: performance.now() - started };
}

let left = warmUp;
await append(() => left-- > 0);
tell('ready');
for (;;) {
  await next(); // whoever measures ends this process
  const until = performance.now() + milliseconds;
  tell(await append(() => performance.now() < until));
}
