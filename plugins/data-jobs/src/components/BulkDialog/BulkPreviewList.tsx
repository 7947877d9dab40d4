import { Text } from '@backstage/ui';
import {
  EntityLink,
  RelativeTime,
  ScrollRegion,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  BulkPreview,
  BulkPreviewItem,
  DEFAULT_ENVIRONMENT,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import styles from './BulkDialog.module.css';

/** What would happen to each job, and which are left out and why. */
export function BulkPreviewList(props: { preview: BulkPreview }) {
  const t = useText();
  const { items, accepted, refused } = props.preview;
  return (
    <>
      {accepted > 0 && (
        <Part title={t('bulk.willChange', { count: accepted })}>
          {items.filter(one => one.verdict === 'accepted')}
        </Part>
      )}
      {refused > 0 && (
        <Part title={t('bulk.leftOut', { count: refused })}>
          {items.filter(one => one.verdict === 'refused')}
        </Part>
      )}
      {accepted === 0 && <Text>{t('bulk.nothing')}</Text>}
    </>
  );
}

function Part(props: { title: string; children: BulkPreviewItem[] }) {
  return (
    <section aria-label={props.title}>
      <Text as="h3" variant="body-medium" weight="bold">
        {props.title}
      </Text>
      <ScrollRegion className={styles.scroll} label={props.title}>
        <ul className={styles.items}>
          {props.children.map(item => (
            <li key={`${item.entityRef}|${item.environment}`}>
              <JobName item={item} />
              <span className={styles.what}>
                {item.verdict === 'accepted' ? (
                  <EffectText item={item} />
                ) : (
                  item.reason
                )}
              </span>
              {item.losesState && (
                <span className={styles.loss}>{item.losesState}</span>
              )}
            </li>
          ))}
        </ul>
      </ScrollRegion>
    </section>
  );
}

/** The job, and its environment where that says something. */
export function JobName(props: {
  item: { entityRef: string; environment: string; title?: string };
}) {
  const { entityRef, environment, title } = props.item;
  return (
    <span className={styles.job}>
      <EntityLink entityRef={entityRef} title={title} />
      {environment !== DEFAULT_ENVIRONMENT && ` (${environment})`}
    </span>
  );
}

function EffectText({ item }: { item: BulkPreviewItem }) {
  const t = useText();
  const { effect, restorePoint, versionBefore, versionAfter } = item;
  if (!effect) return null;
  const isUpgrade =
    versionBefore !== undefined &&
    versionAfter !== undefined &&
    versionBefore !== versionAfter;
  return (
    <>
      {t(`bulk.effect.${effect}`)}
      {restorePoint && (
        <>
          {' '}
          {t(`snapshotKind.${restorePoint.kind}`)},{' '}
          <RelativeTime iso={restorePoint.createdAt} />.
        </>
      )}
      {isUpgrade && (
        <>
          {' '}
          {t('bulk.upgrade', {
            before: String(versionBefore),
            after: String(versionAfter),
          })}
        </>
      )}
    </>
  );
}
