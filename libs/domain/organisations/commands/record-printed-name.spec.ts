import { by } from '#kernel/testing/given';
import { NamePrinted } from '../organisation.events.js';
import { organisation } from '../organisation.js';
import { registered, somerton } from '../testing/index.js';
import { recordPrintedName } from './record-printed-name.js';

const print = { organisation: somerton, name: 'Sommerton DC', document: 'Board paper of 13 June 2012, Appendix B' };
const printed = registered.andOn('2012-06-14', organisation, somerton, NamePrinted({ name: print.name, document: print.document }));

describe('recording a name as printed', () => {
  it('is refused where that was recorded before, and says when', () =>
    printed.when(recordPrintedName, print, by('officer')).thenRefused('printed-already', { on: '14 June 2012' }));

  it('keeps it letter by letter, with its mistakes', () => registered.when(recordPrintedName, print, by('officer')).then(NamePrinted({ name: 'Sommerton DC', document: print.document })));

  it('keeps the same spelling once more for another document', () =>
    printed.when(recordPrintedName, { ...print, document: 'Minutes of 20 June 2012' }, by('officer')).then(NamePrinted({ name: print.name, document: 'Minutes of 20 June 2012' })));
});
