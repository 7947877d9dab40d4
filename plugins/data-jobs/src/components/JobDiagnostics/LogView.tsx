import { useState } from 'react';
import { Button, SearchField, Text } from '@backstage/ui';
import { JobLog } from '@datalark/backstage-plugin-data-jobs-common';
import { RiRefreshLine } from '@remixicon/react';
import {
  DeploymentTarget,
  useDeploymentQuery,
} from '../../hooks/useDeploymentQuery';
import { useText } from '../../hooks/useText';
import { InsightView } from '../Insight';
import { Section } from '../Section';
import styles from './JobDiagnostics.module.css';

/** The newest part of the engine's log that concerns the job. */
export function LogView(props: { target: DeploymentTarget }) {
  const t = useText();
  const log = useDeploymentQuery('getLog', props.target);
  return (
    <Section
      title={t('insight.log.title')}
      actions={
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiRefreshLine />}
          isPending={log.isFetching}
          onPress={() => log.refetch()}
        >
          {t('insight.refresh')}
        </Button>
      }
    >
      <InsightView query={log}>{value => <LogText log={value} />}</InsightView>
    </Section>
  );
}

function LogText({ log }: { log: JobLog }) {
  const t = useText();
  const [search, setSearch] = useState('');
  if (log.text.trim() === '')
    return <Text as="p">{t('insight.log.empty')}</Text>;
  const wanted = search.trim().toLocaleLowerCase();
  const lines = log.text
    .trimEnd()
    .split('\n')
    .filter(line => line.toLocaleLowerCase().includes(wanted));
  return (
    <>
      <div className={styles.logHead}>
        <SearchField
          size="small"
          label={t('insight.log.search')}
          value={search}
          onChange={setSearch}
        />
        <Text variant="body-small" color="secondary" role="status">
          {t('insight.log.lines', { count: lines.length })}
        </Text>
      </div>
      <Text as="p" variant="body-small" color="secondary">
        {t('insight.log.source', { source: log.source })}
        {log.truncated && ` · ${t('insight.log.truncated')}`}
      </Text>
      <pre
        className={styles.code}
        // Scrolls, so the keyboard has to reach it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label={t('insight.log.title')}
      >
        {lines.join('\n')}
      </pre>
    </>
  );
}
