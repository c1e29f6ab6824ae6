import pg from 'pg';

const { INT8, NUMERIC } = pg.types.builtins;

function exactly(written: string): number {
  const number = Number(written);
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER) throw new RangeError(`PostgreSQL answered ${written}, which is beyond the numbers that are kept exactly`);
  return number;
}

/** Large integers and sums of them come as numbers, as from SQLite; one that a number does not hold exactly throws instead of losing pence. */
export const numbersAsNumbers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (oid === INT8 || oid === NUMERIC) && format !== 'binary' ? exactly : (pg.types.getTypeParser as (oid: number, format?: string) => unknown)(oid, format)) as typeof pg.types.getTypeParser,
};
