import { QuietHours } from '@datalark/backstage-plugin-data-entities-common';
import { quietUntil } from './quietUntil';

const NIGHT: QuietHours = { from: '22:00', to: '07:00' };

describe('quietUntil', () => {
  it.each<[string, QuietHours | undefined, string, string | undefined]>([
    ['none', undefined, '2026-01-01T23:00:00Z', undefined],
    ['in the evening', NIGHT, '2026-01-01T23:00:30Z', '2026-01-02T07:00:00Z'],
    ['in the morning', NIGHT, '2026-01-02T06:59:59Z', '2026-01-02T07:00:00Z'],
    ['at its end', NIGHT, '2026-01-02T07:00:00Z', undefined],
    [
      'in another zone',
      { ...NIGHT, timezone: 'Asia/Shanghai' },
      '2026-01-01T15:00:00Z',
      '2026-01-01T23:00:00Z',
    ],
    [
      // 2026-01-02 is a Friday: the night that began on it goes into Saturday.
      'in the night after a workday',
      { ...NIGHT, days: ['fri'] },
      '2026-01-03T03:00:00Z',
      '2026-01-03T07:00:00Z',
    ],
    [
      'on a day without',
      { ...NIGHT, days: ['fri'] },
      '2026-01-03T23:00:00Z',
      undefined,
    ],
    [
      'at noon',
      { from: '12:00', to: '13:30' },
      '2026-01-02T12:15:00Z',
      '2026-01-02T13:30:00Z',
    ],
  ])('quiet hours %s', (_what, hours, now, until) => {
    expect(quietUntil(hours, new Date(now))).toEqual(
      until === undefined ? undefined : new Date(until),
    );
  });
});
