import { quoted } from './build.js';

/** Parts of statements that are made from names of columns. */
export const placesFor = (count: number): string => Array.from({ length: count }, () => '?').join(', ');
export const listed = (columns: readonly string[]): string => columns.map(quoted).join(', ');
export const matching = (columns: readonly string[]): string => columns.map((column) => `${quoted(column)} = ?`).join(' AND ');
