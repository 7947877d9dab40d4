import { Text } from '@backstage/ui';
import { RelativeTime } from '@datalark/backstage-plugin-data-entities-react';
import { MetricMark, Verb } from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import { Requester } from '../Requester';
import styles from './JobMetrics.module.css';

const MOST = 20;

/** What the vertical lines of the charts stand for, newest first. */
export function MarkList({ marks }: { marks: MetricMark[] }) {
  const t = useText();
  if (!marks.length) return null;
  const newest = [...marks].reverse().slice(0, MOST);
  return (
    <>
      <Text as="h4" variant="body-medium" weight="bold" className={styles.note}>
        {t('metrics.marks')}
      </Text>
      <ul className={styles.marks}>
        {newest.map((mark, index) => (
          <li key={`${mark.at} ${index}`}>
            <RelativeTime iso={mark.at} />: <MarkText mark={mark} />
          </li>
        ))}
      </ul>
    </>
  );
}

function MarkText({ mark }: { mark: MetricMark }) {
  const t = useText();
  if (mark.kind === 'restart') return <>{t('metrics.mark.restart')}</>;
  if (mark.kind === 'run') {
    return <>{t('metrics.mark.run', { version: String(mark.version) })}</>;
  }
  return (
    <>
      {t('metrics.mark.operation', {
        name: t(`verb.${mark.verb as Verb}.name`),
        state: t(
          `operations.state.${mark.state as 'running'}`,
        ).toLocaleLowerCase(),
        by: <Requester by={mark.by ?? ''} />,
      })}
    </>
  );
}
