import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** One block under `dataJobs.engines`, read. */
export type ZetaEngineOptions = {
  name: string;
  url: string;
  restApi: 'auto' | 'v1' | 'v2';
  version?: string;
  title?: string;
  webUrl?: string;
  pollIntervalMs: number;
  timeZone?: string;
  logDirectory?: string;
  basicAuth?: { username: string; password: string };
};

/** Reads a block; throws an `InputError` that names the wrong key. */
export function readZetaEngineOptions(
  name: string,
  config: Config,
): ZetaEngineOptions {
  const key = `dataJobs.engines.${name}`;
  const fail = (sub: string, message: string): never => {
    throw new InputError(`${key}.${sub} ${message}`);
  };
  const text = (sub: string): string | undefined => {
    try {
      return config.getOptionalString(sub);
    } catch {
      return fail(sub, 'is not a text.');
    }
  };
  const restApi = text('restApi') ?? 'auto';
  if (restApi !== 'auto' && restApi !== 'v1' && restApi !== 'v2') {
    return fail('restApi', `is "${restApi}"; it can be auto, v1 or v2.`);
  }
  const timeZone = text('timeZone');
  if (timeZone && !isTimeZone(timeZone)) {
    fail(
      'timeZone',
      `is "${timeZone}", which is no IANA name, e.g. Asia/Shanghai.`,
    );
  }
  const auth = config.getOptionalConfig('basicAuth');
  return {
    name,
    url: readUrl(text('url'), fail),
    restApi,
    version: text('version'),
    title: text('title'),
    webUrl: text('webUrl'),
    pollIntervalMs: readInterval(config, fail),
    timeZone,
    logDirectory: text('logDirectory'),
    ...(auth && {
      basicAuth: {
        username: auth.getString('username'),
        password: auth.getString('password'),
      },
    }),
  };
}

type Fail = (sub: string, message: string) => never;

function readUrl(text: string | undefined, fail: Fail): string {
  if (!text) return fail('url', 'is missing, e.g. http://127.0.0.1:5801.');
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return fail('url', `is "${text}", which is no address.`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return fail('url', 'must begin with http:// or https://.');
  }
  if (url.username || url.password || url.search || url.hash) {
    return fail(
      'url',
      'holds more than an address; give user and password under basicAuth.',
    );
  }
  const path = url.pathname
    .replace(/\/+$/, '')
    .replace(/\/hazelcast\/rest\/maps$/, '');
  return `${url.origin}${path}`;
}

function readInterval(config: Config, fail: Fail): number {
  if (!config.has('pollInterval')) return 2000;
  try {
    const ms = durationToMilliseconds(
      readDurationFromConfig(config, { key: 'pollInterval' }),
    );
    if (ms >= 100) return ms;
  } catch {
    return fail('pollInterval', 'is no duration, e.g. 2s.');
  }
  return fail('pollInterval', 'is below 100 ms.');
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
