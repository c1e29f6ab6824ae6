import { addressesIn, whereInWords, fileOf, shown } from './index.js';

describe('where an installation keeps what it keeps', () => {
  it('is its folder, if nothing else is set', () => {
    expect(addressesIn('data')).toEqual({ events: 'sqlite:data/events.db', views: 'sqlite:data/views.db', accounts: 'sqlite:data/accounts.db', access: 'file:data/access.jsonl', shelf: 'sqlite:data/shelf.db', files: 'sqlite:data/files.db' });
  });

  it('is what the operator sets; accounts, sessions and the access log go with the views to a server that all replicas share', () => {
    const [events, views] = ['postgres://tally@log/grants', 'postgres://tally@views/grants'];
    expect(addressesIn('data', { EVENT_STORE_URL: events, VIEW_STORE_URL: views, REDIS_URL: 'redis://jobs' })).toEqual({ events, views, accounts: views, access: views, shelf: views, files: views, jobs: 'redis://jobs' });
    expect(addressesIn('data', { EVENT_STORE_URL: events })).toMatchObject({ events, views: 'sqlite:data/views.db', accounts: 'sqlite:data/accounts.db' });
  });

  it('is refused where nothing here could open it, and a password is not repeated', () => {
    expect(() => addressesIn('data', { VIEW_STORE_URL: 'mysql://tally:secret@host/grants' })).toThrow('VIEW_STORE_URL is "mysql://tally:…@host/grants". Write an address like sqlite:data/views.db or postgres://user@host/database');
    expect(() => addressesIn('data', { REDIS_URL: 'host:6379' })).toThrow('Write an address like redis://host:6379');
  });

  it('is printed without its password', () => {
    expect(shown('postgres://tally:s3:cr3t@host:5432/grants')).toBe('postgres://tally:…@host:5432/grants');
    expect(shown('kurrentdb+discover://admin:changeit@host:2113?tls=true')).toBe('kurrentdb+discover://admin:…@host:2113?tls=true');
    expect(shown('sqlite:data/events.db')).toBe('sqlite:data/events.db');
    expect(fileOf('sqlite:///srv/tallystick/events.db')).toBe('/srv/tallystick/events.db');
  });
});

it('says where all is kept, so that an address that was left out shows, and never a password', () => {
  expect(whereInWords('/srv/data', addressesIn('/srv/data'))).toBe('data in /srv/data');
  expect(whereInWords('/srv/data', addressesIn('/srv/data', { VIEW_STORE_URL: 'postgres://app:secret@db/grants' }))).toBe('log in sqlite:/srv/data/events.db, views in postgres://app:…@db/grants');
});
