import { toDate } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { aFundAndAProgramme } from '#domain/programmes/testing';
import { FrameworkPlanned } from '../framework.events.js';
import { aboutFramework, frameworkPlanned } from '../testing/frameworks.js';
import { planFramework } from './plan-framework.js';

describe('planning a framework', () => {
  it('names it', () => aFundAndAProgramme.when(planFramework, aboutFramework, by('manager')).then(frameworkPlanned));

  it('says when it is to be launched, where that is known', () =>
    aFundAndAProgramme.when(planFramework, { ...aboutFramework, launchesOn: '2014-01-15' }, by('manager')).then(FrameworkPlanned({ ...aboutFramework, launchesOn: toDate('2014-01-15') })));

  it('needs a programme that is defined', () => givenNothing().when(planFramework, aboutFramework, by('manager')).thenNotFound());
});
