import { serverTime } from './serverTime';

describe('serverTime', () => {
  it('reads times of the zone that is named', () => {
    const text = '2026-07-01 12:00:00';
    expect(serverTime(text, 'UTC')).toBe('2026-07-01T12:00:00.000Z');
    expect(serverTime(text, 'Asia/Shanghai')).toBe('2026-07-01T04:00:00.000Z');
    expect(serverTime(text, 'America/New_York')).toBe(
      '2026-07-01T16:00:00.000Z',
    );
  });

  it('knows when clocks change', () => {
    const zone = 'Europe/Berlin';
    expect(serverTime('2026-03-29 01:30:00', zone)).toBe(
      '2026-03-29T00:30:00.000Z',
    );
    expect(serverTime('2026-03-29 03:30:00', zone)).toBe(
      '2026-03-29T01:30:00.000Z',
    );
  });

  it('takes the zone of the process where none is named', () => {
    const now = new Date(2026, 10, 21, 8, 1, 38);
    expect(serverTime('2026-11-21 08:01:38')).toBe(now.toISOString());
  });

  it.each([undefined, '', 'soon', '2026-11-21', '21.11.2026 08:01:38'])(
    'does not guess what %p means',
    text => {
      expect(serverTime(text, 'UTC')).toBeUndefined();
    },
  );
});
