import {
  Deployment,
  TERMINAL_STATES,
} from '@datalark/backstage-plugin-data-jobs-common';

/** The rows that an engine counted, as a sentence; says so when it counted none. */
export function recordsText({ observation }: Deployment): string {
  const { read, written } = observation.records ?? {};
  if (read === undefined && written === undefined) {
    return TERMINAL_STATES.includes(observation.state)
      ? 'The engine counted no rows.'
      : 'The engine has not counted rows yet.';
  }
  return `Rows read: ${read ?? 'unknown'}. Rows written: ${
    written ?? 'unknown'
  }.`;
}
