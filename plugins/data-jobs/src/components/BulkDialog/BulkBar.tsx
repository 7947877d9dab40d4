import { useState } from 'react';
import { Button, Text, VisuallyHidden } from '@backstage/ui';
import { useTimeFormat } from '@datalark/backstage-plugin-data-entities-react';
import {
  BULK_LIMIT,
  BULK_VERBS,
  BulkOperation,
  BulkVerb,
} from '@datalark/backstage-plugin-data-jobs-common';
import type { Selection } from '../../hooks/useSelection';
import { useText } from '../../hooks/useText';
import { VERB_ICONS } from '../Verbs/verbIcons';
import { BulkDialog } from './BulkDialog';
import styles from './BulkDialog.module.css';

type BarProps = {
  selection: Selection;
  /** Jobs that match what the list shows. */
  total: number;
  onRequested: (bulk: BulkOperation) => void;
};

/** What can be done with the rows that are chosen; nothing while none is. */
export function BulkBar(props: BarProps) {
  const t = useText();
  const { count } = props.selection;
  return (
    <>
      {/* There before it says something: only what changes is read out. */}
      <VisuallyHidden role="status">
        {count > 0 && t('bulk.selected', { count })}
      </VisuallyHidden>
      {count > 0 && <FilledBar {...props} />}
    </>
  );
}

function FilledBar(props: BarProps) {
  const t = useText();
  const format = useTimeFormat();
  const { selection, total } = props;
  const [verb, setVerb] = useState<BulkVerb>();
  const isTooMany = selection.count > BULK_LIMIT;
  return (
    <div className={styles.bar} role="group" aria-label={t('bulk.bar')}>
      <Text>{t('bulk.selected', { count: selection.count })}</Text>
      {!selection.isMatching && selection.count < total && (
        <Button
          variant="tertiary"
          size="small"
          onPress={selection.chooseMatching}
        >
          {t('bulk.selectMatching', { total: format.number(total) })}
        </Button>
      )}
      <Button variant="tertiary" size="small" onPress={selection.clear}>
        {t('bulk.clear')}
      </Button>
      <span className={styles.verbs}>
        {BULK_VERBS.map(one => (
          <Button
            key={one}
            variant="secondary"
            size="small"
            iconStart={VERB_ICONS[one]}
            isDisabled={isTooMany}
            onPress={() => setVerb(one)}
          >
            {t(`verb.${one}.name`)}
          </Button>
        ))}
      </span>
      {isTooMany && (
        <Text color="secondary">
          {t('bulk.tooMany', { limit: format.number(BULK_LIMIT) })}
        </Text>
      )}
      {verb && (
        <BulkDialog
          verb={verb}
          target={selection.target()}
          onClose={() => setVerb(undefined)}
          onRequested={bulk => {
            setVerb(undefined);
            props.onRequested(bulk);
          }}
        />
      )}
    </div>
  );
}
