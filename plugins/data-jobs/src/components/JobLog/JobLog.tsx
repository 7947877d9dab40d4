import { useState } from 'react';
import { Button, Select, Switch, Text } from '@backstage/ui';
import { Section } from '@datalark/backstage-plugin-data-entities-react';
import { LogSource } from '@datalark/backstage-plugin-data-jobs-common';
import { RiRefreshLine } from '@remixicon/react';
import {
  DeploymentTarget,
  useDeploymentQuery,
} from '../../hooks/useDeploymentQuery';
import { useLog } from '../../hooks/useLog';
import { useText } from '../../hooks/useText';
import { InsightView } from '../Insight';
import { LogText } from './LogText';
import styles from './JobLog.module.css';

const NONE: LogSource[] = [];

/** The logs that concern the job: to search, to follow and to keep. */
export function JobLog({ target }: { target: DeploymentTarget }) {
  const t = useText();
  const [chosen, setChosen] = useState<string>();
  const [isFollowing, setIsFollowing] = useState(false);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const answer = useDeploymentQuery('listLogSources', target).data;
  const sources = answer?.status === 'ok' ? answer.value : NONE;
  const source = sources.find(({ id }) => id === chosen) ?? sources[0];
  const log = useLog(target, source?.id, isFollowing && isAtEnd);
  const nameOf = (one: LogSource) =>
    t(`log.source.${one.kind}`, { name: one.name });
  return (
    <Section
      title={t('insight.log.title')}
      actions={
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiRefreshLine />}
          isPending={log.isFetching && !isFollowing}
          onPress={() => log.refetch()}
        >
          {t('insight.refresh')}
        </Button>
      }
    >
      <div className={styles.tools}>
        {sources.length > 1 && (
          <Select
            size="small"
            className={styles.choice}
            label={t('log.of')}
            options={sources.map(one => ({
              value: one.id,
              label: nameOf(one),
            }))}
            value={source?.id}
            onChange={key => setChosen(String(key))}
          />
        )}
        <Switch
          className={styles.follow}
          label={t('log.follow')}
          isSelected={isFollowing}
          onChange={on => {
            setIsFollowing(on);
            setIsAtEnd(true);
          }}
        />
        <Text variant="body-small" role="status">
          {isFollowing && (isAtEnd ? t('log.following') : t('log.paused'))}
        </Text>
      </div>
      {source?.filtered && (
        <Text as="p" variant="body-small" className={styles.hint}>
          {t('log.filtered')}
        </Text>
      )}
      <InsightView query={log}>
        {value => (
          <LogText
            log={value}
            isFollowing={isFollowing}
            isAtEnd={isAtEnd}
            onAtEnd={setIsAtEnd}
          />
        )}
      </InsightView>
    </Section>
  );
}
