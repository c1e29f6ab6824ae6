import { numbered, type CommandDeclaration, type IsoDate } from '#kernel';

type Beginning = Pick<CommandDeclaration, 'begins'>;

/** Whether a command begins something under a reference that it is given, and not under one that was said. */
export const isNumbered = ({ begins }: Beginning): boolean => begins !== undefined && begins !== 'named';

/** The reference that a command takes from its register next, if it takes one. */
export function nextReference({ begins }: Beginning, on: IsoDate, issued: (register: string) => number): string | undefined {
  if (begins === undefined || begins === 'named') return undefined;
  const year = on.slice(0, 4);
  return numbered(begins, year, issued(`${begins}-${year}`) + 1);
}
