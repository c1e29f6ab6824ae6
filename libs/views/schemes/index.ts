/** What rounds and programmes give, to whom and how, in words and in all versions. */
import { admission } from './admission.js';
import { formPage } from './form-page.js';
import { schemePage } from './scheme-page.js';
import { schemes } from './schemes.js';

export { admission, type Admission } from './admission.js';
export { formPage, type FormPage } from './form-page.js';
export { changeInWords, inMarkdown } from './in-markdown.js';
export { schemePage, type SchemeInWords, type SchemeVersion } from './scheme-page.js';
export { schemes } from './schemes.js';

export const schemesViews = [schemes] as const;
export const schemesQuestions = [schemePage, formPage, admission] as const;
