/** Where the API lives. The number in it changes only with a break that could not be announced in time (docs/api.md). */
export const apiRoot = '/api/v1';
/** Where the kinds of problem are explained: the `type` of a problem leads there. */
export const problemsRoot = '/problems';

/** ApproveAward → approve-award: how a command is written in an address. */
export const pathOf = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

/** Below the root: POST a command here. */
export const commandPath = (name: string): string => `/commands/${pathOf(name)}`;
/** Below the root: GET an answer here. */
export const questionPath = (name: string): string => `/questions/${name}`;

/** The `type` of a problem that any request may meet. */
export const problemType = (kind: string): string => `${problemsRoot}/${kind}`;
/** The `type` of a refusal: a command's own. */
export const refusalType = (command: string, refusal: string): string => `${problemsRoot}/${pathOf(command)}/${refusal}`;

/** fund-is-too-small → Fund is too small: the title of a refusal's problem, the same at every occurrence. */
export function refusalTitle(refusal: string): string {
  const words = refusal.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
