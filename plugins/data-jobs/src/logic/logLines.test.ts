import {
  findLines,
  linesFrom,
  logLines,
  splitMatches,
  stepMatch,
} from './logLines';

const LOG = [
  '2026-01-01 00:00:00,000 INFO  org.Job - starts',
  '2026-01-01 00:00:01,000 WARN  org.Job - it says ERROR somewhere',
  'java.lang.Exception: lost',
  '\tat mine.Class',
  '[] 2026-01-01 00:00:02,000 ERROR [o.a.s] - ends',
  '',
].join('\n');

describe('logLines', () => {
  it('gives stack traces the level of their entry', () => {
    expect(logLines(LOG).map(({ level }) => level)).toEqual([
      'info',
      'warn',
      'warn',
      'warn',
      'error',
    ]);
  });

  it('does not know the level of what came before the first entry', () => {
    expect(logLines('\tat x\n')).toEqual([{ text: '\tat x' }]);
    expect(logLines('')).toEqual([]);
  });
});

describe('linesFrom', () => {
  it('keeps a level and those above, and what it does not know', () => {
    const lines = logLines(`half a line\n${LOG}`);
    expect(linesFrom(lines, 'error').map(({ text }) => text)).toEqual([
      'half a line',
      '[] 2026-01-01 00:00:02,000 ERROR [o.a.s] - ends',
    ]);
    expect(linesFrom(lines, undefined)).toBe(lines);
  });
});

describe('search', () => {
  it('finds whatever the case', () => {
    expect(findLines(logLines(LOG), 'JOB')).toEqual([0, 1]);
    expect(findLines(logLines(LOG), '  ')).toEqual([]);
  });

  it('cuts out the matches', () => {
    expect(splitMatches('a Job, a JOB', 'job')).toEqual([
      'a ',
      'Job',
      ', a ',
      'JOB',
      '',
    ]);
    expect(splitMatches('İ job', 'job')).toEqual(['İ job']);
  });

  it('steps around the ends', () => {
    expect(stepMatch(undefined, 1, 3)).toBe(0);
    expect(stepMatch(undefined, -1, 3)).toBe(2);
    expect(stepMatch(2, 1, 3)).toBe(0);
    expect(stepMatch(0, 1, 0)).toBeUndefined();
  });
});
