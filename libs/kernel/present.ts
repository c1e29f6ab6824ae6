/**
 * The state of something that exists. `read`, and every command that does not begin its stream, have made sure of that;
 * a state that is absent all the same is a bug and throws.
 */
export function present<State extends { readonly stage: string }>(state: State): Exclude<State, { readonly stage: 'absent' }> {
  if (state.stage === 'absent') throw new Error('A rule was asked about something that does not exist');
  return state as Exclude<State, { readonly stage: 'absent' }>;
}
