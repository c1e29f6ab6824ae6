/** What counts as a file of a kind, by how its name ends. A file of any kind may end as it likes. */
export const fileTypes = {
  document: ['pdf', 'doc', 'docx', 'odt', 'rtf', 'txt'],
  spreadsheet: ['xls', 'xlsx', 'ods', 'csv'],
  picture: ['png', 'jpg', 'jpeg', 'gif', 'webp'],
} as const;

/** In small letters, without the dot. */
export const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** Bytes of the largest file that any question may ask for: 25,000 kilobytes. */
export const largestFile = 25_000 * 1_024;
