import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { apiReception } from './api/api-reception.js';
import { jsonBodies } from './api/json-bodies.js';
import { tokensOfPeople } from './api/tokens-of-people.js';
import { PublishedAssets } from './assets/published-assets.js';
import { mostBoxes } from './forms/most-boxes.js';
import type { House } from './house.js';
import { Names } from './layout/names.js';
import { inlineScriptHash } from './layout/rendering.js';
import { nestLog, requestLog } from './log.js';
import { securityHeaders } from './security/headers.js';
import { Powers } from './security/powers.js';
import { sessionCookie } from './security/session-cookie.js';
import { Sessions } from './security/sessions.js';
import { usualAllowance, type Allowance } from './security/throttling.js';
import { ServerModule } from './server.module.js';
import { isSecure, type Settings } from './settings.js';
import { operationsDoor, type Standing } from './standing.js';
import { reception } from './visits/reception.js';

/** A form may hold this much; what is larger is answered with a page that says so. A form of 80 questions sends a box for everything that each kind of answer could ask. */
const largestForm = '300kb';

export interface ApplicationParts {
  readonly house: House;
  readonly settings: Pick<Settings, 'publicAddress' | 'proxies' | 'securityContact'>;
  readonly standing: Standing;
  /** Where infra/bootstrap/assets.js has put styles and scripts. */
  readonly publicFolder: string;
  readonly allowance?: Allowance;
}

/** The whole web face over an installation, ready to listen. */
export async function createApplication({ house, settings, standing, publicFolder, allowance = usualAllowance }: ApplicationParts): Promise<NestExpressApplication> {
  const { log: logger, watch } = standing;
  const cookie = sessionCookie(isSecure(settings));
  const powers = new Powers(house);
  const sessions = new Sessions(house.accounts, powers);
  const names = new Names(house.accounts, house.kind);
  const module = ServerModule.over({ house, cookie, powers, sessions, names, publicAddress: settings.publicAddress, logger, allowance, proxies: settings.proxies, assets: new PublishedAssets(publicFolder), securityContact: settings.securityContact });
  const app = await NestFactory.create<NestExpressApplication>(module, { logger: nestLog(logger), bodyParser: false, abortOnError: false });
  app.useSecurityHeaders(securityHeaders(inlineScriptHash(), isSecure(settings)));
  app.enableCsrfProtection(settings.publicAddress === undefined ? {} : { trustedOrigins: [settings.publicAddress] });
  app.disable('etag'); // set where a page is permanent, and nowhere else
  app.use(operationsDoor(standing));
  app.use(requestLog(logger, watch));
  app.use(reception({ sessions, names, cookie, store: house.store }));
  app.use(apiReception(tokensOfPeople(house.accounts, house.engine)));
  app.useBodyParser('json', jsonBodies);
  app.useBodyParser('urlencoded', { extended: false, limit: largestForm, parameterLimit: mostBoxes });
  return app;
}
