import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** A block of type `flink-session` under `dataJobs.engines`, read and checked. */
export type FlinkSessionConfig = {
  title?: string;
  webUrl?: string;
  jobManagerUrl: string;
  sqlGatewayUrl?: string;
  historyServerUrl?: string;
  savepointDirectory?: string;
  checkpointDirectory?: string;
  pollIntervalMs: number;
  allowedJarPrefixes: string[];
  /** Logs are shown whole, not only the job's lines. */
  wholeLogs: boolean;
};

/** Throws an `InputError` that names the key when something is wrong. */
export function readFlinkSessionConfig(
  name: string,
  config: Config,
): FlinkSessionConfig {
  const key = (field: string) => `dataJobs.engines.${name}.${field}`;
  const address = (field: string): string | undefined => {
    const text = config.getOptionalString(field);
    if (text === undefined) return undefined;
    let url: URL;
    try {
      url = new URL(text);
    } catch {
      throw new InputError(
        `${key(
          field,
        )} is "${text}", which is no address. Write it as in http://flink.example.com:8081`,
      );
    }
    if (!['http:', 'https:'].includes(url.protocol)) {
      throw new InputError(
        `${key(field)} starts with ${
          url.protocol
        }; only http: and https: are spoken.`,
      );
    }
    if (url.username || url.password || url.search || url.hash) {
      throw new InputError(
        `${key(field)} must be an address alone: no user, password, ? or #.`,
      );
    }
    return text;
  };
  const jobManagerUrl = address('jobManagerUrl');
  if (!jobManagerUrl) {
    throw new InputError(
      `${key(
        'jobManagerUrl',
      )} is missing. Set it to the JobManager's REST address, as in http://flink.example.com:8081`,
    );
  }
  const pollIntervalMs = config.has('pollInterval')
    ? durationToMilliseconds(
        readDurationFromConfig(config, { key: 'pollInterval' }),
      )
    : 2_000;
  if (!(pollIntervalMs >= 100)) {
    throw new InputError(
      `${key('pollInterval')} is too short: 100 ms are the least.`,
    );
  }
  return {
    title: config.getOptionalString('title'),
    webUrl: address('webUrl'),
    jobManagerUrl,
    sqlGatewayUrl: address('sqlGatewayUrl'),
    historyServerUrl: address('historyServerUrl'),
    savepointDirectory: config.getOptionalString('savepointDirectory'),
    checkpointDirectory: config.getOptionalString('checkpointDirectory'),
    pollIntervalMs,
    allowedJarPrefixes:
      config.getOptionalStringArray('allowedJarPrefixes') ?? [],
    wholeLogs: config.getOptionalBoolean('wholeLogs') ?? false,
  };
}
