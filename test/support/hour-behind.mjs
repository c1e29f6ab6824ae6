/** `node --import ./test/support/hour-behind.mjs …`: a process whose clock is an hour behind everybody else's. */
const Clock = globalThis.Date;
const now = () => Clock.now() - 3_600_000;

globalThis.Date = class Date extends Clock {
  constructor(...given) {
    super(...(given.length === 0 ? [now()] : given));
  }
  static now() {
    return now();
  }
};
