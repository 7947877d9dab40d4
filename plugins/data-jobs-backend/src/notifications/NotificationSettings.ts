import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  isTimeZone,
  QuietHours,
} from '@datalark/backstage-plugin-data-entities-common';
import { configuredMs } from '../configuredMs';
import { AlertPace } from './nextAlert';

/** `dataJobs.notifications` of app-config, with all defaults in place. */
export type NotificationSettings = AlertPace & {
  enabled: boolean;
  everyMs: number;
  /** How often what changes slowly is looked at: checkpoints, rules. */
  slowlyEveryMs: number;
  degradedAfterMs: number;
  checkpointTooOldMs: number;
  quietHours?: QuietHours;
  /** Lifecycles and environments in which `except` counts; absent: in all. */
  exceptIn?: string[];
};

const ROOT = 'dataJobs.notifications';
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Reads the settings; a wrong one is an `InputError` that names it. */
export function readNotificationSettings(config: Config): NotificationSettings {
  const time = (name: string, otherwise: number) =>
    configuredMs(config, `${ROOT}.${name}`) ?? otherwise;
  const everyMs = time('interval', 5_000);
  return {
    enabled: config.getOptionalBoolean(`${ROOT}.enabled`) ?? true,
    everyMs,
    slowlyEveryMs: everyMs * 6,
    degradedAfterMs: time('degradedAfter', 60_000),
    checkpointTooOldMs: time('checkpointTooOld', 900_000),
    settleMs: time('settle', 60_000),
    relapseMs: time('relapse', 3_600_000),
    quietHours: readQuietHours(config),
    exceptIn: config.getOptionalStringArray(`${ROOT}.quietHours.exceptIn`),
  };
}

function readQuietHours(config: Config): QuietHours | undefined {
  const key = `${ROOT}.quietHours`;
  const hours = config.getOptional<QuietHours & { exceptIn?: string[] }>(key);
  if (!hours) return undefined;
  for (const name of ['from', 'to'] as const) {
    if (!TIME.test(String(hours[name]))) {
      throw new InputError(
        `${key}.${name} is not a time of day; write two digits each, for example "22:00".`,
      );
    }
  }
  if (!isTimeZone(hours.timezone ?? 'UTC')) {
    throw new InputError(
      `${key}.timezone is not a time zone; use an IANA name, for example Asia/Shanghai.`,
    );
  }
  const { exceptIn, ...rest } = hours;
  return rest;
}
