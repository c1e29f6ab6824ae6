import { Injectable } from '@nestjs/common';
import type { CommandDeclaration } from '#kernel';
import type { Visit } from '../visits/visit.js';
import type { Suggestions } from './form-field.js';

@Injectable()
export class SuggestedReferences {
  async forForm(_visit: Visit, _command: CommandDeclaration, _ref: string | undefined): Promise<Suggestions> {
    return () => [];
  }
}
