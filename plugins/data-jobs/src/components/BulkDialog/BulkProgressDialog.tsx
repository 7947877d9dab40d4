import { Button, Text } from '@backstage/ui';
import {
  OpenDialog,
  RelativeTime,
  ScrollRegion,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  BulkItem,
  BulkOperation,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import { Requester } from '../Requester';
import { JobName } from './BulkPreviewList';
import styles from './BulkDialog.module.css';

/** What became of each job of a bulk request so far: what went wrong comes first. */
export function BulkProgressDialog(props: {
  bulk: BulkOperation;
  onClose: () => void;
}) {
  const t = useText();
  const { bulk } = props;
  const title = t('bulk.title', { verb: t(`verb.${bulk.verb}.name`) });
  const items = [...bulk.items].sort((a, b) => rank(a) - rank(b));
  return (
    <OpenDialog
      title={title}
      width={720}
      onClose={props.onClose}
      footer={
        <Button variant="primary" onPress={props.onClose}>
          {t('dialog.close')}
        </Button>
      }
    >
      <Text as="p">
        {t('bulk.askedBy', {
          by: <Requester by={bulk.requestedBy} />,
          when: <RelativeTime iso={bulk.createdAt} />,
        })}
        {bulk.reason && ` ${bulk.reason}`}
      </Text>
      <ScrollRegion className={styles.scroll} label={title}>
        <ul className={styles.items}>
          {items.map(item => (
            <ItemRow
              key={`${item.entityRef}|${item.environment}`}
              item={item}
            />
          ))}
        </ul>
      </ScrollRegion>
    </OpenDialog>
  );
}

function ItemRow({ item }: { item: BulkItem }) {
  const t = useText();
  const state = stateOf(item);
  const problem = item.refusal ?? item.operation?.error?.message;
  return (
    <li>
      <JobName item={item} />
      <span className={styles.what}>
        {t(`bulk.state.${state}`)}
        {state === 'running' &&
          item.operation?.step &&
          `: ${item.operation.step}`}
      </span>
      {problem && <span className={styles.loss}>{problem}</span>}
    </li>
  );
}

function stateOf(item: BulkItem) {
  return item.operation?.state ?? 'refused';
}

const ORDER = [
  'failed',
  'refused',
  'canceled',
  'running',
  'pending',
  'succeeded',
];

function rank(item: BulkItem): number {
  return ORDER.indexOf(stateOf(item));
}
