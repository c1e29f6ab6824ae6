/** A failure that the user can do something about: said in one or two lines, without a stack. */
export class Trouble extends Error {}

/** @type {[RegExp, string][]} */
const advice = [
  [/ENOSPC|no space left/i, 'The disk is full. Tallystick needs about 700 MB in this folder and in the npm cache; free some and try again.'],
  [/EACCES|EPERM|EROFS/, 'This folder or the npm cache cannot be written. Check who owns them, then try again.'],
  [/EINTEGRITY/, 'A downloaded package is not the one that was locked. Run "npm cache verify", then try again.'],
  [/E401|E403/, 'The package registry refused access. Check the registry in your npm configuration, then try again.'],
  [/EUSAGE|in sync/, 'package.json and package-lock.json disagree. Run "npm install" once and commit the lock.'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network|ENOTCACHED/i,
    'The package registry cannot be reached. Check the network (and the proxy in your npm configuration), then try again.',
  ],
  [/SELF_SIGNED|UNABLE_TO_GET_ISSUER|certificate/i, 'The registry\'s certificate is not trusted. Set "cafile" in your npm configuration, then try again.'],
];

/**
 * @param {string} output what the failed program printed
 * @param {string} otherwise what to say when nothing in the output is known
 */
export function adviceFor(output, otherwise) {
  return advice.find(([pattern]) => pattern.test(output))?.[1] ?? otherwise;
}
