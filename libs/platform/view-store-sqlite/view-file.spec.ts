import Database from 'better-sqlite3';
import { OpenedViews } from '../view-store/testing/opened-views.js';
import { openSqliteViews } from './index.js';

describe('The file that views are kept in', () => {
  let opened: OpenedViews;
  beforeEach(() => {
    opened = new OpenedViews();
    const file = new Database(opened.file());
    file.exec("CREATE TABLE builds (name TEXT); INSERT INTO builds VALUES ('boxes'); CREATE TABLE boxes__1_1_boxes (box TEXT)");
    file.close();
  });
  afterEach(() => opened.close());
  const laidOutBy = (layout: number): void => {
    const file = new Database(opened.file());
    file.pragma(`user_version = ${layout}`);
    file.close();
  };

  it('is emptied when an older version laid it out: views are made again from the log', async () => {
    laidOutBy(1);
    const views = opened.kept(await openSqliteViews({ file: opened.file() }));
    expect(await views.books.selectFrom('builds').selectAll().execute()).toEqual([]);
  });

  it('is refused when a newer version laid it out, and the message says what to do', async () => {
    laidOutBy(99);
    await expect(openSqliteViews({ file: opened.file() })).rejects.toThrow(/newer version of Tallystick \(99.*Delete it and start again/);
  });
});
