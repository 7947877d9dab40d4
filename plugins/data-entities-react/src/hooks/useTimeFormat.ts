import { useMemo } from 'react';
import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { durationParts } from '../logic/durationParts';

/**
 * Words for times in the app's language.
 *
 * @public
 */
export type TimeFormat = {
  /** `5 minutes ago` */
  ago(iso: string, now: number): string;
  /** `5 min`, for milliseconds. */
  duration(milliseconds: number): string;
  /** Date and time in the viewer's zone. */
  absolute(iso: string): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
};

/**
 * {@link TimeFormat} for the language that the user chose.
 *
 * @public
 */
export function useTimeFormat(): TimeFormat {
  const language = useApi(appLanguageApiRef).getLanguage().language;
  return useMemo(() => createTimeFormat(language), [language]);
}

function createTimeFormat(language: string): TimeFormat {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const absolute = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
  });
  return {
    ago: (iso, now) => {
      const elapsed = now - Date.parse(iso);
      if (Number.isNaN(elapsed)) return iso;
      const { value, unit } = durationParts(elapsed);
      return relative.format(value === 0 ? 0 : -value, unit);
    },
    duration: milliseconds => {
      const { value, unit } = durationParts(milliseconds);
      return new Intl.NumberFormat(language, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
      }).format(value);
    },
    absolute: iso => {
      const date = new Date(iso);
      return Number.isNaN(date.getTime()) ? iso : absolute.format(date);
    },
    number: (value, options) =>
      new Intl.NumberFormat(language, options).format(value),
  };
}
