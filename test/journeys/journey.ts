import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.js';
import { startServer, type RunningServer } from './running-server.js';

/** How long a journey may take on a machine with other things to do. */
export const patience = 120_000;

/** A server and a browser that were started together and end together, also when one of them does not start. */
export interface Journey {
  readonly server: RunningServer;
  readonly browser: Browser;
  end(): Promise<void>;
}

export async function beginJourney(): Promise<Journey> {
  const server = await startServer();
  try {
    const browser = await openBrowser();
    return { server, browser, end: () => browser.close().then(() => server.stop()) };
  } catch (problem) {
    await server.stop();
    throw problem;
  }
}
