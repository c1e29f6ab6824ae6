import { hash } from 'node:crypto';
import { canonicalJson } from '#platform/event-store';
import type { Step } from './playbook.js';

/**
 * Idempotency keys of a playbook's steps: its name, a digest of the step as written, and how many alike came before. So a
 * step that is put in, mended or moved doubles none of the others. Why: docs/decisions/0401-step-keys.md.
 */
export function stepKeys(playbook: string): (step: Pick<Step, 'on' | 'by' | 'command' | 'asWritten'>) => string {
  const alike = new Map<string, number>();
  return ({ on, by, command, asWritten }) => {
    const digest = hash('sha256', canonicalJson({ on, by, do: command.name, with: asWritten.with, row: asWritten.row })).slice(0, 32);
    const occurrence = (alike.get(digest) ?? 0) + 1;
    alike.set(digest, occurrence);
    return `playbook:${playbook}:${digest}:${occurrence}`;
  };
}
