import { Config } from '@backstage/config';

/** How much may come in at once. */
export type IngestLimits = {
  /** One event as JSON. */
  eventBytes: number;
  /** One request, unpacked. */
  requestBytes: number;
  /** Events in one request. */
  batchEvents: number;
  /** Events that wait to be written, in one replica. */
  waitingEvents: number;
};

const DEFAULTS: IngestLimits = {
  eventBytes: 10_000_000,
  requestBytes: 50_000_000,
  batchEvents: 10_000,
  waitingEvents: 20_000,
};

/** The limits under `dataLineage.ingest`. */
export function readIngestLimits(config: Config): IngestLimits {
  const read = (key: keyof IngestLimits) => {
    const value = config.getOptionalNumber(`dataLineage.ingest.${key}`);
    if (value === undefined) return DEFAULTS[key];
    if (!Number.isInteger(value) || value < 1) {
      throw new Error(
        `dataLineage.ingest.${key}: ${value} is no limit; give a whole number from 1.`,
      );
    }
    return value;
  };
  return {
    eventBytes: read('eventBytes'),
    requestBytes: read('requestBytes'),
    batchEvents: read('batchEvents'),
    waitingEvents: read('waitingEvents'),
  };
}
