import { Controller, Get, Param, Req } from '@nestjs/common';
import { isCode, isReference } from '#kernel';
import { inMarkdown, type FormPage, type SchemeInWords } from '#views/schemes';
import { NoSuchThing } from '../../errors/troubles.js';
import { doneSentence } from '../../forms/done-sentence.js';
import { stepsFor } from '../../forms/next-steps.js';
import { template, type Download, type Reply } from '../../layout/reply.js';
import { Reading } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { link, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { formModel, type FormModel } from './form-model.js';
import { schemeModel, type SchemeModel } from './scheme-model.js';

const schemePage = template<SchemeModel>('pages/schemes/scheme.njk');
const formPage = template<FormModel>('pages/schemes/form.njk');

/** The terms of programmes and rounds in plain words, and what a round asks. */
@Controller()
@Needs('register:read')
export class SchemesController {
  constructor(private readonly reading: Reading) {}

  @Get('programmes/:code/scheme')
  async ofProgramme(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    const scheme = isCode(code) ? await this.reading.scheme(visit, { programme: code }) : undefined;
    if (!scheme && !(await this.reading.programme(visit, code))) throw new NoSuchThing(`There is no programme ${code}`);
    return this.#page(scheme, code, `/programmes/${code}`, visit);
  }

  @Get('rounds/:ref/scheme')
  async ofRound(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    const scheme = await this.#inRound(visit, ref);
    if (!scheme && !(await this.reading.round(visit, ref))) throw new NoSuchThing(`There is no round ${ref}`);
    return this.#page(scheme, ref, `/rounds/${ref}`, visit);
  }

  @Get('programmes/:code/scheme.md')
  async programmeInMarkdown(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    return markdown(code, isCode(code) ? await this.reading.scheme(visitOf(request), { programme: code }) : undefined);
  }

  @Get('rounds/:ref/scheme.md')
  async roundInMarkdown(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    return markdown(ref, await this.#inRound(visitOf(request), ref));
  }

  @Get('rounds/:ref/form')
  async form(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    const found: FormPage | undefined = await this.reading.form(visit, mustBeRound(ref));
    if (!found) throw new NoSuchThing(visit.past || visit.soOn ? `${ref} had no form then` : `${ref} has no form. A programme manager sets one`);
    return formPage(`What ${found.name} asks`, formModel(found, visit), {
      trail: [{ text: 'Programmes', href: '/programmes' }, { text: found.programme, href: `/programmes/${found.programme}` }, { text: found.name, href: `/rounds/${ref}` }],
      takesAsOf: true,
    });
  }

  #inRound(visit: Visit, ref: string): Promise<SchemeInWords | undefined> {
    return this.reading.scheme(visit, { round: mustBeRound(ref) });
  }

  #page(scheme: SchemeInWords | undefined, of: string, page: string, visit: Visit): Reply {
    const isRound = isReference(of, 'RD');
    const steps = stepsFor(visit, isRound ? ['ReviseRoundTerms', 'SetForm', 'CloneRound'] : ['DesignScheme'], page, of);
    const actions = isRound
      ? steps
      : steps.flatMap(
        (step) => [{ text: 'Design step by step', about: of, href: `${page}/design`, first: true }, { ...step, text: 'Design on one page', first: false }],
      );
    const crumbs = scheme ? [{ text: scheme.programme, href: `/programmes/${scheme.programme}` }, ...(isRound ? [{ text: scheme.name, href: page }] : [])] : [{ text: of, href: page }];
    const model = schemeModel(scheme, { of, actions, markdownHref: link(visit, `${page}/scheme.md`) });
    return schemePage(
      scheme ? `Terms of ${scheme.name}` : `Terms of ${of}`, model,
      { trail: [{ text: 'Programmes', href: '/programmes' }, ...crumbs], takesAsOf: true, done: doneSentence(visit) },
    );
  }
}

function mustBeRound(ref: string): string {
  if (!isReference(ref, 'RD')) throw new NoSuchThing(`"${ref}" is not the reference of a round, like RD-2012-001`);
  return ref;
}

function markdown(of: string, scheme: SchemeInWords | undefined): Download {
  if (!scheme) throw new NoSuchThing(`${of} has no terms in words`);
  return { kind: 'download', type: 'text/markdown; charset=utf-8', body: inMarkdown(scheme), headers: { 'content-disposition': `attachment; filename="${of}.md"` } };
}
