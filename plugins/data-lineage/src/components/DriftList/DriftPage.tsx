import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Select, Text } from '@backstage/ui';
import { DriftKind } from '@datalark/backstage-plugin-data-lineage-common';
import { useText } from '../../hooks/useText';
import { DriftList } from './DriftList';
import { DRIFT_KINDS } from './driftKinds';
import styles from './DriftList.module.css';

/** The page Drift: where declared, inferred and observed lineage disagree. */
export function DriftPage() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const asked = params.getAll('kind').join('\n');
  const query = useMemo(() => {
    const kinds = DRIFT_KINDS.filter(kind => asked.split('\n').includes(kind));
    return kinds.length > 0 ? { kinds, limit: 50 } : { limit: 50 };
  }, [asked]);
  return (
    <>
      <Text as="p" className={styles.intro}>
        {t('drift.intro')}
      </Text>
      <Select
        size="small"
        className={styles.kinds}
        label={t('drift.kind')}
        selectionMode="multiple"
        placeholder={t('toolbar.any')}
        options={DRIFT_KINDS.map(value => ({
          value,
          label: t(`driftKind.${value}`),
        }))}
        value={'kinds' in query ? (query.kinds as DriftKind[]) : []}
        onChange={keys =>
          setParams(
            keys.map(key => ['kind', String(key)] as [string, string]),
            { replace: true },
          )
        }
      />
      <DriftList query={query} />
    </>
  );
}
