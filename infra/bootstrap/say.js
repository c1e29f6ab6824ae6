/** Progress goes to stderr, so that what a command prints can be piped. */
export const say = (/** @type {string} */ line) => void process.stderr.write(`tallystick: ${line}\n`);

/**
 * Says what is starting, and how long it took.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 */
export async function saying(what, work) {
  const started = performance.now();
  say(`${what} …`);
  const result = await work();
  say(`  done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
