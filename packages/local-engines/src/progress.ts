import type { ServiceName } from './serviceNames';

/**
 * The state of one service, as shown to people.
 *
 * @public
 */
export type ServiceState =
  | 'waiting'
  | 'downloading'
  | 'starting'
  | 'running'
  | 'failed'
  | 'stopped'
  | 'missing-prerequisite';

/**
 * How far a download is.
 *
 * @public
 */
export interface DownloadProgress {
  bytes: number;
  totalBytes: number;
  /** Estimated from the speed so far; unset until there is one. */
  secondsLeft?: number;
}

/**
 * Something happened to a service.
 *
 * @public
 */
export interface ProgressEvent {
  service: ServiceName;
  state: ServiceState;
  /** One sentence. */
  message: string;
  remedy?: string;
  progress?: DownloadProgress;
  /** ISO 8601 */
  at: string;
}

/** Estimates the rest of a download from what has arrived since it began. `now` in ms. */
export function downloadEstimator(
  totalBytes: number,
  clock: () => number = Date.now,
): (bytes: number) => DownloadProgress {
  const begun = clock();
  let firstBytes: number | undefined;
  return bytes => {
    // what a local repository had before is no measure of speed
    firstBytes ??= bytes;
    const seconds = (clock() - begun) / 1000;
    const speed = seconds > 0 ? (bytes - firstBytes) / seconds : 0;
    return {
      bytes: Math.min(bytes, totalBytes),
      totalBytes,
      secondsLeft:
        speed > 0
          ? Math.max(0, Math.ceil((totalBytes - bytes) / speed))
          : undefined,
    };
  };
}
