/** A length of time in its largest whole unit. */
export type DurationParts = {
  value: number;
  unit: 'second' | 'minute' | 'hour' | 'day';
};

/** Cuts milliseconds down to the largest whole unit; negative counts as 0. */
export function durationParts(milliseconds: number): DurationParts {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) return { value: seconds, unit: 'second' };
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return { value: minutes, unit: 'minute' };
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return { value: hours, unit: 'hour' };
  return { value: Math.floor(hours / 24), unit: 'day' };
}
