import { HttpException } from '@nestjs/common';
import { StoreFault } from '#platform/event-store';
import { FileAltered } from '#platform/kept-files';
import { ViewUnavailable } from '#platform/view-store';
import { anyOf, roleInWords } from '../layout/words.js';
import type { Visit } from '../visits/visit.js';
import { BadRequest, NoSuchThing, NotPermitted, TooMany } from './troubles.js';

/** What a visitor is told when a page cannot be shown. */
export interface Explained {
  readonly status: number;
  readonly heading: string;
  readonly sentences: readonly string[];
  /** A box to look references up in. */
  readonly search?: boolean;
  /** A bug: the log has the same reference beside the details. */
  readonly isBug?: boolean;
  readonly retryAfterSeconds?: number;
}

function statusOf(problem: unknown): number {
  if (problem instanceof HttpException) return problem.getStatus();
  const given = typeof problem === 'object' && problem !== null && 'status' in problem ? problem.status : undefined;
  return typeof given === 'number' && given >= 400 && given < 600 ? given : 500;
}

/** Says what went wrong and what to do about it, from anything that was thrown. */
export function explained(problem: unknown, visit: Visit | undefined): Explained {
  if (problem instanceof NotPermitted) return forbidden(problem, visit);
  if (problem instanceof NoSuchThing) return missing(problem.message);
  if (problem instanceof BadRequest) return { status: 400, heading: 'This address cannot be read', sentences: problem.problems.map(({ message }) => message), search: true };
  if (problem instanceof TooMany) {
    return { status: 429, heading: 'Too many requests', sentences: [`Wait ${problem.seconds} seconds, then try again. Nothing was done with this request.`], retryAfterSeconds: problem.seconds };
  }
  if (problem instanceof ViewUnavailable || problem instanceof StoreFault) {
    // Where the log lies is for the log of faults, not for strangers.
    const what = problem instanceof ViewUnavailable ? problem.message : 'The log of decisions does not answer.';
    return { status: 503, heading: 'This page cannot be shown at the moment', sentences: [what, 'What was stored is safe. Try again in a minute.'], retryAfterSeconds: 60, isBug: true };
  }
  if (problem instanceof FileAltered) {
    const sentences = [problem.message, 'Nothing of it is handed out. Tell whoever runs Tallystick.'];
    return { status: 500, heading: 'This file is not as it was sent', sentences, isBug: true };
  }
  const status = statusOf(problem);
  switch (status) {
    case 400:
      return { status, heading: 'This request cannot be read', sentences: ['Go back, check what you sent and try again. Nothing was done.'] };
    case 403:
      return { status, heading: 'This form came from somewhere else', sentences: ['It was sent by another site, so nothing was done with it. Open the page here and send it again.'] };
    case 404:
      return missing('If you typed the address, check it. If you followed a link, the thing may have another reference.');
    case 413:
      return { status, heading: 'That is too much at once', sentences: ['A form takes up to 300 kB of words, and files as large as its questions say. Nothing of it was stored. Shorten what you wrote or choose smaller files, then send it again.'] };
    case 415:
      return { status, heading: 'That is not a form', sentences: ['This address takes what a form sends (application/x-www-form-urlencoded). Nothing was done.'] };
    default:
      if (status < 500) return { status, heading: 'This request cannot be answered', sentences: ['Go back and try again. Nothing was done.'] };
      return { status: 500, heading: 'Something went wrong here', sentences: ['It is a mistake in Tallystick, not in what you did. Whatever was confirmed before is stored.'], isBug: true };
  }
}

const missing = (sentence: string): Explained => ({ status: 404, heading: 'Page not found', sentences: [sentence], search: true });

function forbidden({ heldBy }: NotPermitted, visit: Visit | undefined): Explained {
  const own = visit?.session ? `You are signed in as ${roleInWords(visit.session.role).toLowerCase()}.` : 'You are not signed in.';
  const can = anyOf(heldBy.filter((role) => role !== 'clockwork' && role !== 'installation').map((role) => roleInWords(role).toLowerCase()));
  return { status: 403, heading: 'You cannot do this', sentences: [own, `It takes the role of ${can}.`] };
}
