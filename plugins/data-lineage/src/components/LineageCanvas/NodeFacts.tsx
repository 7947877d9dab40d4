import { VisibleNode } from '@datalark/backstage-plugin-data-lineage-common';
import { RiTeamLine } from '@remixicon/react';
import { RelativeTime } from '@datalark/backstage-plugin-data-entities-react';
import { useEntityTitle } from '../../hooks/useEntityTitle';
import { useText } from '../../hooks/useText';
import { RunState } from '../RunState';
import styles from './LineageBox.module.css';

/** Where a node is, who owns it, how its job does and how fresh it is; what is not known says so. */
export function NodeFacts(props: {
  node: VisibleNode;
  change?: 'added' | 'removed' | 'kept';
}) {
  const t = useText();
  const { node, change } = props;
  return (
    <>
      <div className={styles.fact}>
        <span className={styles.system}>
          {node.dataSystem ?? node.integration ?? t('node.systemUnknown')}
        </span>
        {change && change !== 'kept' && (
          <strong className={styles.change} data-change={change}>
            {t(`change.${change}`)}
          </strong>
        )}
        {node.owner ? (
          <Owner entityRef={node.owner} />
        ) : (
          <span className={styles.unknown}>{t('node.ownerUnknown')}</span>
        )}
      </div>
      <div className={styles.fact}>
        {node.type === 'job' ? (
          <RunState node={node} />
        ) : (
          <Freshness node={node} />
        )}
      </div>
    </>
  );
}

function Owner({ entityRef }: { entityRef: string }) {
  const title = useEntityTitle(entityRef);
  return (
    <span className={styles.owner} title={title}>
      <RiTeamLine size={13} aria-hidden="true" /> {title}
    </span>
  );
}

function Freshness({ node }: { node: VisibleNode }) {
  const t = useText();
  if (node.droppedAt) {
    return (
      <strong>
        {t('node.dropped', { when: <RelativeTime iso={node.droppedAt} /> })}
      </strong>
    );
  }
  if (node.lastWrittenAt) {
    return (
      <span>
        {t('node.written', { when: <RelativeTime iso={node.lastWrittenAt} /> })}
      </span>
    );
  }
  if (node.lastSeenAt) {
    return (
      <span>
        {t('node.seen', { when: <RelativeTime iso={node.lastSeenAt} /> })}
      </span>
    );
  }
  return <span className={styles.unknown}>{t('node.freshnessUnknown')}</span>;
}
