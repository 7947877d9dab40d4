import { LogTail } from './LogTail';

const ID = 'f'.repeat(32);
const LOG = [
  `2026-01-01 00:00:00,000 INFO Job ${ID} starts`,
  '2026-01-01 00:00:01,000 INFO Job 0000 of somebody else',
  '\tat other.Class',
  `2026-01-01 00:00:02,000 WARN Job ${ID} fails`,
  'java.lang.Exception: täuschend',
  '\tat mine.Class',
  '2026-01-01 00:00:03,000 INFO nothing to do with it',
  '',
].join('\n');

const tailOf = (log: string, maxBytes: number, step = 7) => {
  const tail = new LogTail([ID], maxBytes);
  for (let i = 0; i < log.length; i += step) tail.push(log.slice(i, i + step));
  return tail.end();
};

describe('LogTail', () => {
  it('keeps the entries of the job with their stacks, and no others', () => {
    const { text, truncated } = tailOf(LOG, 10_000);
    expect(truncated).toBe(false);
    expect(text.split('\n')).toEqual([
      `2026-01-01 00:00:00,000 INFO Job ${ID} starts`,
      `2026-01-01 00:00:02,000 WARN Job ${ID} fails`,
      'java.lang.Exception: täuschend',
      '\tat mine.Class',
      '',
    ]);
  });

  it('is the same however the log arrives', () => {
    const whole = tailOf(LOG, 10_000);
    for (const step of [1, 2, 50, 1_000]) {
      expect(tailOf(LOG, 10_000, step)).toEqual(whole);
    }
  });

  it('gives the end, in whole characters, and never more than asked for', () => {
    const all = tailOf(LOG, 10_000).text;
    for (let maxBytes = 0; maxBytes < 300; maxBytes += 1) {
      const { text } = tailOf(LOG, maxBytes);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes);
      expect(all.endsWith(text)).toBe(true);
    }
  });

  it('does not keep a large log in memory', () => {
    const tail = new LogTail([ID], 1_000);
    const line = `2026-01-01 INFO ${ID} ${'x'.repeat(1_000)}\n`;
    for (let i = 0; i < 5_000; i += 1) tail.push(line);
    const { text, truncated } = tail.end();
    expect(truncated).toBe(true);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_000);
  });
});
