import { Select } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  DataSourceEntity,
  isDataSourceEntity,
} from '@datalark/backstage-plugin-data-entities-common';
import { useCallback } from 'react';
import { useLoaded } from '../../api/useLoaded';
import { useText } from '../../api/useText';

/** Offers the data sources of some types, to fill a form from. */
export function DataSourceSelect(props: {
  types: string[];
  isDisabled?: boolean;
  onChoose(source: DataSourceEntity): void;
}) {
  const { isDisabled, onChoose } = props;
  const types = props.types.join(',');
  const t = useText();
  const catalogApi = useApi(catalogApiRef);
  const sources = useLoaded(
    useCallback(async () => {
      const { items } = await catalogApi.getEntities({
        filter: { kind: 'DataSource', 'spec.type': types.split(',') },
      });
      return items.filter(isDataSourceEntity);
    }, [catalogApi, types]),
  );
  const known = sources.state === 'ok' ? sources.value : [];
  const nameOf = ({ metadata }: DataSourceEntity) =>
    `${metadata.namespace ?? 'default'}/${metadata.name}`;
  return (
    <Select
      label={t('common.fillFrom')}
      isDisabled={isDisabled || known.length === 0}
      placeholder={
        sources.state === 'ok' && known.length === 0
          ? t('common.fillFromNone')
          : undefined
      }
      description={
        sources.state === 'failed'
          ? t('common.loadFailed', { message: sources.error.message })
          : undefined
      }
      options={known.map(source => ({
        id: nameOf(source),
        label: source.metadata.title ?? source.metadata.name,
      }))}
      onChange={key => {
        const chosen = known.find(source => nameOf(source) === key);
        if (chosen) onChoose(chosen);
      }}
    />
  );
}
