import { choice } from '#kernel';

interface Register {
  readonly name: string;
  /** How the register writes an identifier; leading zeros are part of it. */
  readonly form: RegExp;
  readonly example: string;
}

/** Registers that know organisations. An identifier is text: "00123456" is a company, 123456 is none. */
export const registers = {
  ons: { name: 'the statistics office’s codes of areas', form: /^[EWSN]\d{8}$/, example: 'E06000001' },
  company: { name: 'the register of companies', form: /^(?:\d{8}|[A-Z]{2}\d{6})$/, example: '00123456' },
  charity: { name: 'the register of charities', form: /^\d{6,7}(?:-\d{1,3})?$/, example: '0123456' },
  'charity-scotland': { name: 'the Scottish register of charities', form: /^SC\d{6}$/, example: 'SC012345' },
  ukprn: { name: 'the register of learning providers', form: /^1\d{7}$/, example: '10000001' },
  'local-government': { name: 'the register of local authorities', form: /^[A-Z]{3}$/, example: 'ABC' },
} as const satisfies Readonly<Record<string, Register>>;
export type IdentifierRegister = keyof typeof registers;

const words = Object.fromEntries(Object.entries(registers).map(([code, { name }]) => [code, name])) as Readonly<Record<IdentifierRegister, string>>;
export const identifierRegister = choice('Register', words);
