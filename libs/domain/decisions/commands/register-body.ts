import { code, decide, refuse, text, type Code } from '#kernel';
import { bodyKind, type BodyKind } from '../body-kind.js';
import { BodyRegistered } from '../body.events.js';
import { body } from '../body.js';

export class RegisterBody {
  @code('Code') code!: Code;
  @text('Name') name!: string;
  @bodyKind kind!: BodyKind;
}

export const registerBody = decide(body, RegisterBody, {
  summary: 'Register a body that decides: a board, a group of members, a panel or officers.',
  permission: 'body:register',
  begins: 'named',
  ref: ({ code: ref }) => ref,
  refusals: { 'code-is-taken': 'There is a body {code} already: {name}' },
  rule(state, { code: ref, name, kind }) {
    if (state.stage !== 'absent') return refuse('code-is-taken', { code: ref, name: state.name });

    return [BodyRegistered({ body: ref, name, kind })];
  },
});
