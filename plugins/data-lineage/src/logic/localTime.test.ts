import { fromLocalField, toLocalField } from './localTime';

describe('a field for date and time', () => {
  it('says the same time, to the minute', () => {
    const iso = '2026-11-20T10:30:00.000Z';
    expect(fromLocalField(toLocalField(iso))).toBe(iso);
  });

  it('is empty without a time', () => {
    expect(toLocalField()).toBe('');
    expect(toLocalField('someday')).toBe('');
    expect(fromLocalField('')).toBeUndefined();
  });
});
