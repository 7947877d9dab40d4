import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  type DataSourceEntity,
  findCredentialUses,
  isSecretName,
} from '@datalark/backstage-plugin-data-entities-common';
import { dataEntitiesTranslationRef } from '../../translation';
import { type Fact, Facts } from '../Facts';

// The catalog refuses credentials in a connection; an entity that came in another way must not show one either.
const mayBeShown = (key: string, value: unknown) =>
  typeof value === 'boolean' ||
  (!isSecretName(key) &&
    findCredentialUses(String(value), 'sql').length === 0 &&
    !/\/\/[^/\s@]+@/.test(String(value)));

/** How a DataSource is reached, and where its credentials are kept. */
export function DataSourceCard() {
  const { t } = useTranslationRef(dataEntitiesTranslationRef);
  const { spec } = useEntity<DataSourceEntity>().entity;
  const { discovery } = spec;
  const connection = Object.entries(spec.connection).map(
    ([key, value]): Fact => ({
      label: key,
      value: mayBeShown(key, value) ? String(value) : t('value.hidden'),
    }),
  );
  const credentials = Object.entries(spec.credentials ?? {})
    .map(([key, reference]) =>
      reference.startsWith('secret:') ? `${key} (${reference})` : key,
    )
    .join(', ');
  const schedule = discovery?.schedule
    ? `${discovery.schedule.cron} (${discovery.schedule.timezone ?? 'UTC'})`
    : t('dataSource.discoveryManual');
  return (
    <EntityInfoCard title={t('dataSource.title')}>
      <Facts
        facts={[
          ...connection,
          {
            label: t('dataSource.credentials'),
            value: credentials || t('dataSource.credentialsNone'),
          },
          ...(spec.environment
            ? [{ label: t('dataSource.environment'), value: spec.environment }]
            : []),
          {
            label: t('dataSource.discovery'),
            value: discovery ? schedule : t('dataSource.discoveryNone'),
          },
          ...(discovery
            ? [
                {
                  label: t('dataSource.include'),
                  value:
                    discovery.include?.join(', ') || t('dataSource.everything'),
                },
                {
                  label: t('dataSource.exclude'),
                  value: discovery.exclude?.join(', ') || t('value.none'),
                },
              ]
            : []),
        ]}
      />
    </EntityInfoCard>
  );
}
