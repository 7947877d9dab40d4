import { Alert, Container, Flex, Header, Skeleton, Text } from '@backstage/ui';
import {
  errorStatus,
  LoadFailure,
  StaleNotice,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  DataJobsQueryProvider,
  POLL_INTERVAL,
} from '../../hooks/DataJobsQueryProvider';
import { useEngines } from '../../hooks/useEngines';
import { useText } from '../../hooks/useText';
import { UnmanagedJobs } from '../UnmanagedJobs';
import { EngineCard } from './EngineCard';

/** The body of the page Engines. */
export function EnginesContent() {
  return (
    <DataJobsQueryProvider>
      <EngineList />
    </DataJobsQueryProvider>
  );
}

function EngineList() {
  const t = useText();
  const engines = useEngines(POLL_INTERVAL);
  const body = () => {
    if (engines.isPending) return <Skeleton width="100%" height={220} />;
    if (errorStatus(engines.error) === 403) {
      return <Alert status="info" icon title={t('engines.notAllowed')} />;
    }
    if (!engines.data) {
      return (
        <LoadFailure
          title={t('engines.loadFailed')}
          error={engines.error}
          onRetry={engines.refetch}
        />
      );
    }
    return (
      <>
        <StaleNotice
          query={engines}
          title={when => t('list.stale', { when })}
        />
        {engines.data.length === 0 ? (
          <Flex direction="column" gap="2">
            <Text>{t('engines.empty')}</Text>
            <Text>{t('engines.emptyHint')}</Text>
          </Flex>
        ) : (
          <Flex direction="column" gap="4">
            {engines.data.map(engine => (
              <EngineCard key={engine.name} engine={engine} />
            ))}
            <UnmanagedJobs />
          </Flex>
        )}
      </>
    );
  };
  return (
    <main>
      <Header title={t('engines.title')} />
      <Container>{body()}</Container>
    </main>
  );
}
