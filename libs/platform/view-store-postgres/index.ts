/** Views in PostgreSQL: for many servers and workers. */
export { openPostgresViews, type PostgresViewsOptions } from './postgres-views.js';
export { nullsFirst } from './nulls-first.js';
