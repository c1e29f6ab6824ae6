export { BusesModule, type Behind } from './buses.module.js';
export { AskQuestion, EventStored, RunCommand, type Answered, type AskContext } from './envelopes.js';
export { PublishedEvents } from './published-events.js';
