import { useState } from 'react';
import { Button, Skeleton, Text } from '@backstage/ui';
import {
  LoadFailure,
  OpenDialog,
  ScrollRegion,
} from '@datalark/backstage-plugin-data-entities-react';
import { DriftItem } from '@datalark/backstage-plugin-data-lineage-common';
import { saveText } from '../../export/saveBlob';
import { useDriftYaml } from '../../hooks/useDrift';
import { useText } from '../../hooks/useText';
import styles from './DriftList.module.css';

/** The Lineage entity that would declare what drifts, to be put where the catalog reads. */
export function AcceptDialog(props: { item: DriftItem; onClose(): void }) {
  const t = useText();
  const { item, onClose } = props;
  const yaml = useDriftYaml(item.id);
  const [isCopied, setIsCopied] = useState(false);
  return (
    <OpenDialog
      title={t('drift.accept')}
      width={720}
      onClose={onClose}
      footer={
        <>
          <Button variant="secondary" onPress={onClose}>
            {t('notify.close')}
          </Button>
          <Button
            variant="secondary"
            isDisabled={!yaml.data}
            onPress={() =>
              saveText('lineage.yaml', yaml.data!, 'application/yaml')
            }
          >
            {t('drift.download')}
          </Button>
          <Button
            variant="primary"
            isDisabled={!yaml.data}
            onPress={async () => {
              await navigator.clipboard.writeText(yaml.data!);
              setIsCopied(true);
            }}
          >
            {t(isCopied ? 'drift.copied' : 'drift.copy')}
          </Button>
        </>
      }
    >
      <Text as="p">{t('drift.acceptHint')}</Text>
      {yaml.error && (
        <LoadFailure
          title={t('drift.yamlFailed')}
          error={yaml.error}
          onRetry={yaml.refetch}
        />
      )}
      {yaml.isPending && <Skeleton style={{ width: '100%', height: 160 }} />}
      {yaml.data && (
        <ScrollRegion label={t('drift.yaml')} className={styles.yaml}>
          <pre>{yaml.data}</pre>
        </ScrollRegion>
      )}
    </OpenDialog>
  );
}
