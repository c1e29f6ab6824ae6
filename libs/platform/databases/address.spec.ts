import { fileOf, isPostgres, schemeOf, shown } from './address.js';

describe('an address of a store', () => {
  it('says what is at it, and in which file', () => {
    expect([schemeOf('postgres://a@b/c'), schemeOf('nothing')]).toEqual(['postgres', '']);
    expect([isPostgres('postgresql://a@b/c'), isPostgres('POSTGRES://a@b/c'), isPostgres('sqlite:x.db')]).toEqual([true, true, false]);
    expect([fileOf('sqlite:data/views.db'), fileOf('sqlite:///srv/views.db'), fileOf('sqlite::memory:')]).toEqual(['data/views.db', '/srv/views.db', ':memory:']);
  });

  it.each([
    ['postgres://ann:hunter2@db.example/grants', 'postgres://ann:…@db.example/grants'],
    ['postgres://ann:hunt@er/2@db.example/grants', 'postgres://ann:…@db.example/grants'],
    ['postgres://ann@db.example:5432/grants', 'postgres://ann@db.example:5432/grants'],
    ['postgres://db.example/grants?user=ann&password=hunter2&x=1', 'postgres://db.example/grants?user=ann&password=…&x=1'],
    ['redis://:hunter2@cache.example', 'redis://:…@cache.example'],
    ['sqlite:data/views.db', 'sqlite:data/views.db'],
  ])('is printed without its password: %s', (address, printed) => {
    expect(shown(address)).toBe(printed);
  });
});
