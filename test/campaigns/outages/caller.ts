import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Done, Person, Refused, Wish } from './wish.js';

interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** An answer that no fault explains: the input was right, the person may, and the key was new. */
export class Surprise extends Error {}

/** Longer than any server may take over an answer, so that a reply that comes later is lost to us. */
const requestMs = 15_000;
const betweenMs = 50;

/** A program that calls the API as its documentation asks: whatever happens to a reply, it sends the same again until it has one. */
export class Caller {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #person: Person;
  readonly #addresses: readonly string[];
  #turn: number;
  #token = 0;

  /** Begins at the server of its number, and goes to the next one when that does not answer. */
  constructor(person: Person, addresses: readonly string[], number: number) {
    this.#person = person;
    this.#addresses = addresses;
    this.#turn = number;
  }

  /** Resolves when a server has said how it ended. Throws Surprise. */
  async send(wish: Wish): Promise<Answer> {
    const askedAt = performance.now();
    for (let sent = 1; ; sent += 1) {
      const reply = await this.#reply(wish).catch((fault: unknown) => (fault instanceof Surprise ? Promise.reject(fault) : undefined));
      const outcome = reply && outcomeOf(wish, reply);
      if (outcome) return { wish, by: this.#person, askedAt, answeredAt: performance.now(), sent, outcome };
      if (reply?.status === 429) this.#token += 1;
      else this.#turn += 1; // as a load balancer would, which no longer sends anybody to a server that is down
      await pause(reply?.status === 429 && this.#token % this.#person.tokens.length > 0 ? 0 : betweenMs);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #reply({ command, key, input }: Wish): Promise<Reply> {
    const address = this.#addresses[this.#turn % this.#addresses.length] ?? '';
    const token = this.#person.tokens[this.#token % this.#person.tokens.length] ?? '';
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key };
    return new Promise((resolve, reject) => {
      const asking = request(`${address}/api/v1/commands/${command}`, { method: 'POST', agent: this.#agent, headers, timeout: requestMs }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('error', reject);
        response.on('aborted', () => reject(new Error('The reply was cut off')));
        response.on('end', () => {
          try {
            resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as Reply['body'] });
          } catch (fault) {
            reject(fault as Error); // half a reply is none
          }
        });
      });
      asking.on('timeout', () => asking.destroy(new Error('No reply in time')));
      asking.on('error', reject);
      asking.end(JSON.stringify(input));
    });
  }
}

/** What the API's documentation says about each status; nothing where it says: send the same again. */
function outcomeOf(wish: Wish, { status, body }: Reply): Done | Refused | undefined {
  if (status === 200) return { kind: 'done', ...(body as unknown as Omit<Done, 'kind'>) };
  if ([412, 429, 500, 502, 503, 504].includes(status)) return undefined;
  const refusal = new RegExp(`^/problems/${wish.command}/(.+)$`).exec(String(body['type']))?.[1];
  if (status === 409 && refusal !== undefined) return { kind: 'refused', refusal };
  throw new Surprise(`${wish.command} ${JSON.stringify(wish.input)} was answered with ${status}: ${JSON.stringify(body)}`);
}
