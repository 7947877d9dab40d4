import { Text, VisuallyHidden } from '@backstage/ui';
import {
  PlainTable,
  ScrollRegion,
  Section,
  TimeFormat,
  useTimeFormat,
} from '@datalark/backstage-plugin-data-entities-react';
import { DeploymentTarget } from '../../hooks/useDeploymentQuery';
import { MOST_RUNS, useRuns } from '../../hooks/useRuns';
import { useSchedule } from '../../hooks/useSchedule';
import { Translate, useText } from '../../hooks/useText';
import { StripOutcome, StripRun, stripRuns } from '../../logic/stripRuns';
import styles from './RunStrip.module.css';

/** The outcome as a shape: the colour only repeats it. */
const MARKS: Record<StripOutcome, string> = {
  ok: '✓',
  failed: '✕',
  canceled: '■',
  going: '▶',
  unknown: '?',
  queued: '…',
  skipped: '–',
  missed: '○',
};

/** The last runs of a job as a strip of columns, and the same as a table. */
export function RunStrip(props: {
  target: DeploymentTarget;
  isScheduled: boolean;
}) {
  const t = useText();
  const format = useTimeFormat();
  const runs = useRuns(props.target);
  const schedule = useSchedule(props.target, props.isScheduled);
  const strip = stripRuns(
    runs.data ?? [],
    schedule.data?.firings ?? [],
    MOST_RUNS,
  );
  if (strip.length === 0) return null;
  return (
    <Section title={t('strip.title')}>
      <ScrollRegion className={styles.scroll} label={t('strip.label')}>
        <ol className={styles.strip} aria-label={t('strip.label')}>
          {strip.map(one => (
            <li
              key={one.id}
              className={styles.run}
              title={sentence(one, t, format)}
            >
              <span className={styles.mark} aria-hidden="true">
                {MARKS[one.outcome]}
              </span>
              <span
                className={styles.bar}
                data-outcome={one.outcome}
                style={{ blockSize: `${Math.round(one.height * 100)}%` }}
                aria-hidden="true"
              />
              <VisuallyHidden>{sentence(one, t, format)}</VisuallyHidden>
            </li>
          ))}
        </ol>
      </ScrollRegion>
      <Text as="p" variant="body-small" color="secondary">
        {legend(strip, t)}
      </Text>
      <details className={styles.details}>
        <summary>{t('strip.asTable')}</summary>
        <RunRows strip={strip} />
      </details>
    </Section>
  );
}

function RunRows({ strip }: { strip: StripRun[] }) {
  const t = useText();
  const format = useTimeFormat();
  return (
    <PlainTable
      label={t('strip.asTable')}
      columns={[
        t('strip.column.at'),
        t('strip.column.outcome'),
        t('strip.column.lasted'),
        t('strip.column.detail'),
      ]}
    >
      {[...strip].reverse().map(one => (
        <tr key={one.id}>
          <td>{format.absolute(one.at)}</td>
          <td>{t(`strip.outcome.${one.outcome}`)}</td>
          <td>{lasted(one, format) ?? '–'}</td>
          <td>{one.detail}</td>
        </tr>
      ))}
    </PlainTable>
  );
}

function lasted({ durationMs }: StripRun, format: TimeFormat) {
  if (durationMs === undefined) return undefined;
  return durationMs < 1000
    ? `< ${format.duration(1000)}`
    : format.duration(durationMs);
}

function sentence(one: StripRun, t: Translate, format: TimeFormat): string {
  return [
    format.absolute(one.at),
    t(`strip.outcome.${one.outcome}`),
    lasted(one, format),
    one.detail,
  ]
    .filter(Boolean)
    .join(', ');
}

function legend(strip: StripRun[], t: Translate): string {
  return Object.entries(MARKS)
    .map(([outcome, mark]) => {
      const count = strip.filter(one => one.outcome === outcome).length;
      return (
        count > 0 &&
        `${mark} ${t(`strip.outcome.${outcome as StripOutcome}`)}: ${count}`
      );
    })
    .filter(Boolean)
    .join(' · ');
}
