import { useMemo } from 'react';
import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useText } from '../../hooks/useText';
import styles from './JobSchedule.module.css';

/** Times in the schedule's own zone, and in the viewer's where it differs. */
export function NextTimes(props: { times: string[]; timezone: string }) {
  const t = useText();
  const { times, timezone } = props;
  const language = useApi(appLanguageApiRef).getLanguage().language;
  const [there, here] = useMemo(() => {
    const format = (timeZone?: string) =>
      new Intl.DateTimeFormat(language, {
        weekday: 'short',
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'short',
        timeZone,
      });
    return [format(timezone), format()];
  }, [language, timezone]);
  return (
    <ol className={styles.times} aria-label={t('schedule.next')}>
      {times.map(iso => {
        const time = new Date(iso);
        const own = here.format(time);
        return (
          <li key={iso}>
            <time dateTime={iso}>{there.format(time)}</time>
            {own !== there.format(time) && (
              <span className={styles.here}>
                {t('schedule.here', { time: own })}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
