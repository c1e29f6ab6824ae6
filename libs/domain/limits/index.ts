export { budgetLine, financialYearField, type BudgetLine } from './budget-line.js';
export { awardLimit, delegationLimit, evidenceLimit, fundLimit, linkedLimit, roundLimit } from './limit-refs.js';
export * as limitEvents from './limit.events.js';
export { left, limit, type LimitState } from './limit.js';
export { moneyLeft, move, open, raise, reduce, type LimitFact } from './moves.js';
export { showQuantity, type Unit } from './units.js';
