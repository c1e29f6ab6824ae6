/** Problems that any request may meet, apart from a command's own refusals. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
  /** What it means and what to do about it. */
  readonly says: string;
}

export const problemKinds = {
  'invalid-input': { status: 400, title: 'The input is not right', says: 'Each entry of "errors" names a field or a parameter and says what to write. Nothing was stored.' },
  unreadable: { status: 400, title: 'The request cannot be read', says: 'The body must be one JSON object in UTF-8, and each parameter may stand once. Nothing was stored.' },
  'not-authenticated': { status: 401, title: 'Nobody is known by this token', says: 'Send "Authorization: Bearer" and a token that has neither expired nor been revoked. Cookies count for nothing here.' },
  'not-permitted': { status: 403, title: 'This token may not do that', says: '"permission" is what it takes. A token does what its role and its scope allow on the day, and no more.' },
  'from-elsewhere': { status: 403, title: 'The request came from another site', says: 'A browser sent it on behalf of another site. Programs that are no browser are not concerned.' },
  'not-found': { status: 404, title: 'There is no such thing', says: 'Check the reference or the address. What was not known yet at "knownAt" is not found either.' },
  'key-reused': { status: 409, title: 'The idempotency key was used for something else', says: '"differs" names the field in which the two requests differ. Use a new key for a new wish.' },
  overtaken: { status: 412, title: 'Others kept changing the same thing at the same time', says: 'Nothing was stored. Send the same request with the same key again.' },
  'too-large': { status: 413, title: 'That is too much at once', says: 'A body takes up to 100 kB. Nothing was stored.' },
  'not-json': { status: 415, title: 'That is not JSON', says: 'Send the body as "Content-Type: application/json", in UTF-8. Nothing was stored.' },
  'not-octets': { status: 415, title: 'That is not sent as a file', says: 'Send the bytes of the file as "Content-Type: application/octet-stream". Nothing was stored.' },
  'too-many-requests': { status: 429, title: 'Too many requests', says: 'Wait as long as Retry-After says, then send the same request again.' },
  mistake: { status: 500, title: 'Something went wrong here', says: 'It is a mistake in Tallystick. Report it with its "reference". A command with the same key may be sent again without harm.' },
  'file-altered': { status: 500, title: 'The file is not as it was sent', says: 'Nothing of it is handed out. Whoever runs Tallystick can bring it back from a backup.' },
  unavailable: { status: 503, title: 'This cannot be answered at the moment', says: 'What was stored is safe. Send the same request again in a minute.' },
  'no-room': { status: 507, title: 'There is no room for files at the moment', says: 'Nothing was stored, and nothing that was stored before is lost. Tell whoever runs Tallystick, then send the same file again.' },
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemKindName = keyof typeof problemKinds;
export const isProblemKind = (name: string): name is ProblemKindName => Object.hasOwn(problemKinds, name);
