/** The version of the API's document. docs/api.md says what each one brought; a break needs a new one (breaks.ts). */
export const apiVersion = '0.1.0';
