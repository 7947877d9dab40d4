import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readJson, writeJsonAtomic } from './atomicFile';
import { lockHolder } from './lockFile';
import {
  isStillAlive,
  thisProcess,
  type RememberedProcess,
} from './processInfo';
import type { ServiceName } from './serviceNames';
import { supervisorLockOf } from './supervisorLock';

/** What another process may ask of the supervisor of a folder. */
export type EngineRequest =
  | { action: 'stop' }
  | { action: 'restart'; name: string }
  | { action: 'kill'; name: string }
  | { action: 'ensure'; services: ServiceName[] };

/** A request as a file: addressed, because one that outlived its supervisor must not reach the next. */
interface Letter {
  to: RememberedProcess;
  request: EngineRequest;
}

interface Answer {
  error?: string;
}

const POLL_MS = 200;
const REQUEST = '.request.json';

const folderOf = (dir: string) => join(dir, 'requests');

/**
 * Answers the requests that other processes of this user leave as files in the folder (no port, no password: who may
 * write the folder may ask). Returns the function that ends it.
 */
export function serveRequests(
  dir: string,
  handle: (request: EngineRequest) => Promise<void>,
): () => void {
  const folder = folderOf(dir);
  const me = thisProcess();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const poll = () => {
    for (const name of readdirSync(folder).filter(it => it.endsWith(REQUEST))) {
      const path = join(folder, name);
      const letter = readJson<Letter>(path);
      rmSync(path, { force: true });
      if (letter?.to.pid !== me.pid || letter.to.startTime !== me.startTime) {
        continue;
      }
      const answer = (content: Answer) =>
        writeJsonAtomic(path.replace(REQUEST, '.answer.json'), content);
      handle(letter.request).then(
        () => answer({}),
        error => answer({ error: String(error?.message ?? error) }),
      );
    }
  };
  const timer = setInterval(poll, POLL_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Asks the supervisor of a folder for something and waits until it is done. Throws when it fails or when no supervisor lives. */
export async function sendRequest(
  dir: string,
  request: EngineRequest,
): Promise<void> {
  const to = lockHolder(supervisorLockOf(dir));
  if (!to) {
    throw new Error(`No engines are running for ${dir}.`);
  }
  const base = join(folderOf(dir), randomUUID());
  const letter: Letter = { to, request };
  writeJsonAtomic(`${base}${REQUEST}`, letter);
  for (;;) {
    await sleep(POLL_MS / 2);
    const answer = readJson<Answer>(`${base}.answer.json`);
    if (answer) {
      rmSync(`${base}.answer.json`, { force: true });
      if (answer.error) {
        throw new Error(answer.error);
      }
      return;
    }
    if (!isStillAlive(to) || !lockHolder(supervisorLockOf(dir))) {
      rmSync(`${base}${REQUEST}`, { force: true });
      // with the supervisor gone, a stop is done and everything else is not
      if (request.action === 'stop') {
        return;
      }
      throw new Error(`The supervisor of ${dir} ended before it answered.`);
    }
  }
}
