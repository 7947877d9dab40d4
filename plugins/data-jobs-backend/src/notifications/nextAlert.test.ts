import { AlertMemory, Finding, nextAlert } from './nextAlert';

const PACE = { settleMs: 60_000, relapseMs: 3_600_000 };
const BASE = Date.parse('2026-01-01T12:00:00.000Z');
const at = (seconds: number) => new Date(BASE + seconds * 1000).toISOString();

const finding = (
  holds: Finding['holds'],
  more: Partial<Finding> = {},
): Finding => ({
  cause: 'failed',
  holds,
  forMs: 0,
  severity: 'high',
  message: 'orders failed',
  isWell: true,
  ...more,
});

/** Lets looks follow each other and notes what was told when. */
function told(looks: Array<[number, Finding]>) {
  let memory: AlertMemory | undefined;
  const said: string[] = [];
  for (const [seconds, one] of looks) {
    const { alert, tell } = nextAlert(memory, one, at(seconds), PACE);
    memory = alert;
    if (tell) said.push(`${seconds} ${tell}`);
  }
  return { said, memory };
}

describe('nextAlert', () => {
  it('tells of a failure once and of the recovery after it settled', () => {
    const { said } = told([
      [0, finding(true)],
      [5, finding(true)],
      [10, finding(false)],
      [40, finding(false)],
      [75, finding(false)],
      [100, finding(false)],
    ]);
    expect(said).toEqual(['0 opened', '75 recovered']);
  });

  it('says nothing of what did not last', () => {
    const slow = { forMs: 60_000 };
    const { said, memory } = told([
      [0, finding(true, slow)],
      [50, finding(false, slow)],
      [200, finding(false, slow)],
    ]);
    expect(said).toEqual([]);
    expect(memory).toMatchObject({ state: 'closed', times: 0 });
  });

  it('does not spam about a job that comes and goes', () => {
    const looks: Array<[number, Finding]> = [];
    for (let second = 0; second < 3600; second += 10) {
      looks.push([second, finding(second % 60 < 30)]);
    }
    expect(told(looks).said).toEqual(['0 opened']);
  });

  it('waits longer for each relapse', () => {
    const looks: Array<[number, Finding]> = [];
    // Ten times a minute of failure and a bit more than a minute of health.
    for (let second = 0; second < 1500; second += 10) {
      looks.push([second, finding(second % 150 < 60)]);
    }
    expect(told(looks).said).toEqual([
      '0 opened',
      '120 recovered',
      '150 opened',
    ]);
  });

  it('leaves everything as it is while nothing is known', () => {
    const { said, memory } = told([
      [0, finding('unknown')],
      [10, finding(true)],
      [20, finding('unknown')],
      [5000, finding('unknown')],
      [5010, finding(true)],
    ]);
    expect(said).toEqual(['10 opened']);
    expect(memory?.state).toBe('open');
  });

  it('does not call recovered what a person stopped', () => {
    const { said, memory } = told([
      [0, finding(true)],
      [10, finding(false, { isWell: false })],
      [100, finding(false, { isWell: false })],
    ]);
    expect(said).toEqual(['0 opened']);
    expect(memory?.state).toBe('closed');
  });
});
