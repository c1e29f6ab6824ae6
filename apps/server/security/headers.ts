import type { SecurityHeadersOptions } from '@nestjs/common';

/** The headers of every answer. Only our own files run, nothing is framed, nothing is sent elsewhere. */
export function securityHeaders(inlineScript: string, isSecure: boolean): SecurityHeadersOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: "'none'",
        scriptSrc: ["'self'", inlineScript],
        styleSrc: "'self'",
        imgSrc: "'self'",
        connectSrc: "'self'",
        formAction: "'self'",
        frameAncestors: "'none'",
        baseUri: "'none'",
        manifestSrc: "'self'",
        ...(isSecure ? { upgradeInsecureRequests: true } : {}),
      },
    },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isSecure,
  };
}
