import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  DESIRED_STATES,
  HEALTH_REASON_CODES,
  HEALTH_STATES,
  OBSERVED_STATES,
  OperationState,
  ScheduleFiring,
  ScheduleHold,
} from '@datalark/backstage-plugin-data-jobs-common';

// Records, so that a new member of a union is missed by the compiler.
const OPERATIONS: Record<OperationState, true> = {
  pending: true,
  running: true,
  succeeded: true,
  failed: true,
  canceled: true,
};
const HOLDS: Record<ScheduleHold, true> = {
  suspended: true,
  stopped: true,
  'never-deployed': true,
  missing: true,
};
const FIRINGS: Record<ScheduleFiring['outcome'], true> = {
  started: true,
  queued: true,
  skipped: true,
  missed: true,
};

const SECTIONS: Array<[string, readonly string[]]> = [
  ['Wanted', DESIRED_STATES],
  ['Seen', OBSERVED_STATES],
  ['Health', HEALTH_STATES],
  ['Reasons', HEALTH_REASON_CODES],
  ['Operations', Object.keys(OPERATIONS)],
  ['Schedules', [...Object.keys(HOLDS), ...Object.keys(FIRINGS)]],
];

const text = readFileSync(
  resolve(__dirname, '../../../../docs/reference/job-states.md'),
  'utf8',
);

/** First cells of the tables of a section. */
function wordsOf(title: string): string[] {
  const section = text
    .split(/^## /m)
    .find(part => part.split('\n')[0].trim() === title);
  return [...(section ?? '').matchAll(/^\| `([^`]+)` +\|/gm)].map(
    match => match[1],
  );
}

describe('docs/reference/job-states.md', () => {
  it.each(SECTIONS)(
    'explains every word of "%s", and no other',
    (title, all) => {
      const words = wordsOf(title).filter(word => !word.includes('.'));
      expect(words.filter(word => word !== 'desired').sort()).toEqual(
        [...all].sort(),
      );
    },
  );
});
