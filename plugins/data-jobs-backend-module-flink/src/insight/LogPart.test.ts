import { LogPart, readCursor } from './LogPart';

const ID = 'f'.repeat(32);
const LOG = Buffer.from(
  [
    `2026-01-01 00:00:00,000 INFO Job ${ID} fails`,
    'java.lang.Exception: täuschend',
    '\tat mine.Class',
    '2026-01-01 00:00:03,000 INFO nothing to do with it',
    '\tat other.Class',
    `2026-01-01 00:00:04,000 INFO Job ${ID} ends`,
    '',
  ].join('\n'),
);

function read(
  bytes: Buffer,
  cursor?: string,
  needles: string[] | undefined = [ID],
  step = 5,
) {
  const part = new LogPart(needles, 10_000, readCursor(cursor));
  for (let i = 0; i < bytes.length; i += step) {
    part.push(bytes.subarray(i, i + step));
  }
  return part;
}

describe('LogPart', () => {
  const whole = read(LOG).end().text;

  it('goes on where it ended, wherever that was', () => {
    for (let cut = 0; cut <= LOG.length; cut += 1) {
      const first = read(LOG.subarray(0, cut)).end();
      const second = read(LOG, first.cursor).end();
      expect(first.text + second.text).toBe(whole);
    }
  });

  it('gives nothing twice, and half a line later', () => {
    const { cursor } = read(LOG).end();
    expect(read(LOG, cursor).end()).toEqual({
      text: '',
      truncated: false,
      cursor,
    });
    const more = Buffer.concat([LOG, Buffer.from(`2026 Job ${ID} half`)]);
    expect(read(more, cursor).end().text).toBe('');
  });

  it('sees that another file took its place', () => {
    const { cursor } = read(LOG).end();
    expect(read(LOG.subarray(0, 20), cursor).isShort).toBe(true);
    expect(read(LOG, cursor).isShort).toBe(false);
  });

  it('shows every line when nothing is looked for', () => {
    const part = new LogPart(undefined, 10_000);
    part.push(LOG);
    expect(part.end().text).toBe(LOG.toString('utf8'));
  });

  it.each(['', 'x', '1', '-1.0', '1.2', `${'9'.repeat(20)}.0`])(
    'takes %p for no cursor',
    cursor => expect(readCursor(cursor)).toBeUndefined(),
  );
});
