import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

const UNREACHABLE = /\b(?:ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|TimeoutError)\b/;
const REFUSED = /Response Code: (\d+)/;

/** The registry does not answer, or says no: `why` is an error code or a status of HTTP. */
export function registryFailure(registry, why) {
  const name = registry ? `the registry ${registry.replace(/\/\/[^/@]*@/, '//')}` : 'the registry';
  return [
    `The dependencies could not be installed: ${name} ${/^\d/.test(why) ? `answered ${why}` : `cannot be reached (${why})`}.`,
    "Check the network and npm's registry and proxy settings (npm config list), then run the same command again.",
  ];
}

/** What went wrong in Yarn, by its output, and what to do: one sentence each. */
export function installFailure(output, registry) {
  if (/ENOSPC/.test(output)) {
    return ['The disk is full.', 'Free at least 3 GB and run the same command again; it goes on where it stopped.'];
  }
  const why = (UNREACHABLE.exec(output) ?? REFUSED.exec(output) ?? /\bRequestError\b/.exec(output))?.at(-1);
  if (why) return registryFailure(registry, why);
  if (/YN0028/.test(output)) {
    return [
      'The dependencies could not be installed: yarn.lock does not fit the package.json files.',
      'A package.json was changed without the lockfile: run `node .yarn/releases/yarn-4.13.0.cjs install`.',
    ];
  }
  const line = output
    .split('\n')
    .find(each => /YN0001|YN0009|YN0018|YN0027|YN0035|YN0081|Error:/.test(each))
    ?.replace(/^➤ YN\d+: [│└┌ ]*/, '')
    .trim();
  const what = `The dependencies could not be installed: ${line ?? 'yarn ended with an error.'}`;
  if (/better-sqlite3.*(couldn't be built|exit code)/.test(output)) {
    return [what, 'better-sqlite3 is built here: install Python 3, make and a C++ compiler, then run the same command again.'];
  }
  const log = join(ROOT, 'install-failure.log');
  writeFileSync(log, output);
  return [what, `The whole output is in ${log}.`];
}
