/** Views in an SQLite file: for one machine. */
export { openSqliteViews, type SqliteViewsOptions } from './sqlite-views.js';
