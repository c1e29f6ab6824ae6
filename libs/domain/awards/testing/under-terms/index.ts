export * from './parts.js';
export * from './terms.js';
