import { refuse, type Refusal } from '#kernel';
import type { FrameworkState } from '../framework.js';

export const launchedRefusals = { 'not-launched': 'This framework is {stage}. It is used from its launch on' } as const;
export const notLaunched = ({ stage }: FrameworkState): Refusal<keyof typeof launchedRefusals> => refuse('not-launched', { stage });
