import { Skeleton, Text } from '@backstage/ui';
import { LoadFailure } from '@datalark/backstage-plugin-data-entities-react';
import { SearchHit } from '@datalark/backstage-plugin-data-lineage-common';
import { useEntityTitles } from '../../hooks/useEntityTitle';
import { useSearch } from '../../hooks/useSearch';
import { useText } from '../../hooks/useText';
import { NodeIcon } from '../NodeIcon';
import styles from './LineageExplorer.module.css';

/** Where to begin: some of what there is. */
export function Starts(props: { onChoose(hit: SearchHit): void }) {
  const t = useText();
  const titles = useEntityTitles();
  const found = useSearch({ limit: 24 });
  if (found.error && !found.data) {
    return (
      <LoadFailure
        title={t('search.failed')}
        error={found.error}
        onRetry={found.refetch}
      />
    );
  }
  if (!found.data) return <Skeleton style={{ width: '100%', height: 200 }} />;
  if (found.data.items.length === 0) {
    return (
      <div className={styles.empty}>
        <Text as="h2" variant="title-small">
          {t('start.empty')}
        </Text>
        <Text as="p">{t('start.emptyHint')}</Text>
      </div>
    );
  }
  return (
    <section aria-label={t('start.label')}>
      <Text as="p">{t('start.hint')}</Text>
      <ul className={styles.starts}>
        {found.data.items.map(hit => (
          <li key={hit.node.id}>
            <button
              type="button"
              className={styles.start}
              onClick={() => props.onChoose(hit)}
            >
              <NodeIcon node={hit.node} />
              <span>
                <strong>{hit.node.title}</strong>
                <span className={styles.detail}>
                  {[
                    t(`nodeType.${hit.node.type}`),
                    hit.node.dataSystem ?? hit.node.integration,
                    hit.node.owner && titles(hit.node.owner),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
