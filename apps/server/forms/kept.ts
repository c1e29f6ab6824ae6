import { Injectable } from '@nestjs/common';
import { KeptForms } from '#platform/accounts';
import type { Visit } from '../visits/visit.js';
import type { Words } from './read-form.js';

/** What a form is filled with when it is opened. */
export interface TypedBefore {
  readonly words?: Words;
  readonly notice?: string;
  /** The key of the form as it was first opened: sent twice, it is still done once. */
  readonly key?: string;
  /** The place in the log that it knew then. */
  readonly seen?: string;
}

const isBack = 'This is what you typed before you were signed out. Nothing has been done with it yet: look it over, then send it.';
const isAnybodys = 'This was typed by somebody who was not signed in. If it was not you, leave it: you may have been sent a link to it. Nothing has been done with it yet.';
const isGone = 'What was typed here before is not kept any more, or was typed by somebody else. Nothing was done with it.';

/** Brings back what was typed into a form whose session had ended, to whoever typed it. */
@Injectable()
export class Kept {
  constructor(private readonly forms: KeptForms) {}

  async typedBefore({ query, path, session }: Visit): Promise<TypedBefore> {
    const id = query['kept'];
    if (id === undefined || !session) return {};
    const found = await this.forms.find(id, session.actor);
    if (found?.path !== path) return { notice: isGone };
    const { _key: key, _seen: seen, ...words } = found.words;
    return { words, notice: found.isOwn ? isBack : isAnybodys, ...(key === undefined ? {} : { key }), ...(seen === undefined ? {} : { seen }) };
  }
}
