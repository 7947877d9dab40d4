import { groupExceptions } from './groupExceptions';

const failure = (at: string, message: string) => ({
  at,
  name: 'IOException',
  message,
});

describe('groupExceptions', () => {
  it('counts what repeats in a row and keeps the order', () => {
    const newest = failure('2026-01-01T00:04:00Z', 'refused');
    const other = failure('2026-01-01T00:02:00Z', 'disk full');
    const first = failure('2026-01-01T00:01:00Z', 'refused');
    expect(
      groupExceptions([
        newest,
        failure('2026-01-01T00:03:00Z', 'refused'),
        other,
        first,
      ]),
    ).toEqual([
      { exception: newest, count: 2, firstAt: '2026-01-01T00:03:00Z' },
      { exception: other, count: 1, firstAt: other.at },
      { exception: first, count: 1, firstAt: first.at },
    ]);
  });
});
