// `npm run campaign:outages` comes here: the campaign is TypeScript, and runs as the sources stand.
await import('../support/run-decorated.mjs');
await import('./outages/campaign.ts');
