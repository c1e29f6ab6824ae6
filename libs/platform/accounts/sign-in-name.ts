/** One name however it is typed: what it is found by. */
export const keyOf = (signInName: string): string => signInName.normalize('NFKC').trim().toLocaleLowerCase('en-GB');
