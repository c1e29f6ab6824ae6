import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely';
import { arrayLiteral } from './array-literal.js';
import { failureOf } from './failures.js';
import { nullsFirst } from './nulls-first.js';
import { numbersAsNumbers } from '#platform/databases';

const builtins = { int8: 20, numeric: 1700, text: 25 };

describe('What goes to PostgreSQL and comes back', () => {
  it('rows are sent as arrays that mean what was written, whatever is in it', () => {
    expect(arrayLiteral(['East "Riding"', 'back\\slash', '{a,b}', 'NULL', '', null, -7])).toBe('{"East \\"Riding\\"","back\\\\slash","{a,b}","NULL","",NULL,-7}');
  });

  it.each([['int8', '9007199254740991', 9007199254740991], ['numeric', '-12', -12], ['numeric', '0.5', 0.5]] as const)('a %s of %s comes as the number', (type, written, number) => {
    expect((numbersAsNumbers.getTypeParser(builtins[type]) as (text: string) => unknown)(written)).toBe(number);
  });

  it.each(['int8', 'numeric'] as const)('a %s that no number holds exactly is refused rather than rounded', (type) => {
    expect(() => (numbersAsNumbers.getTypeParser(builtins[type]) as (text: string) => unknown)('9007199254740993')).toThrow('PostgreSQL answered 9007199254740993');
  });

  it('an order puts nothing known first, as SQLite does, unless a query says otherwise', () => {
    const db = new Kysely<{ boxes: { label: string | null } }>({
      dialect: { createAdapter: () => new PostgresAdapter(), createDriver: () => new DummyDriver(), createIntrospector: (of) => new PostgresIntrospector(of), createQueryCompiler: () => new PostgresQueryCompiler() },
      plugins: [nullsFirst()],
    });
    const order = (query: { compile(): { readonly sql: string } }): string => query.compile().sql.split('order by ')[1] ?? '';
    const boxes = db.selectFrom('boxes').selectAll();
    expect(order(boxes.orderBy('label'))).toBe('"label" nulls first');
    expect(order(boxes.orderBy('label', 'desc'))).toBe('"label" desc nulls last');
    expect(order(boxes.orderBy('label', (ob) => ob.asc().nullsLast()))).toBe('"label" asc nulls last');
    expect(order(boxes.orderBy(sql`length(label)`, 'desc'))).toBe('length(label) desc nulls last');
  });

  it.each([['42P01', 'gone'], ['55P03', 'in-use'], ['22003', 'row'], ['23514', 'row'], ['54000', 'row'], ['57P01', 'machine'], ['ECONNREFUSED', 'machine']])('an error %s means: %s', (code, failure) => {
    expect(failureOf(Object.assign(new Error('it failed'), { code }))).toBe(failure);
  });
});
