import { useState } from 'react';
import { Button, Text, TextField } from '@backstage/ui';
import {
  errorText,
  OpenDialog,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  lineageCuratePermission,
  VisibleNode,
} from '@datalark/backstage-plugin-data-lineage-common';
import { useAliases, useChangeAliases } from '../../hooks/useAliases';
import { useMay } from '../../hooks/useMay';
import { useText } from '../../hooks/useText';
import styles from './SidePanel.module.css';

/** Names that somebody said mean this dataset; nothing for those who may not change them. */
export function AliasList({ node }: { node: VisibleNode }) {
  const t = useText();
  const mayCurate = useMay(lineageCuratePermission);
  const [isAdding, setIsAdding] = useState(false);
  const { namespace, name: ownName } = node;
  const target = { namespace, name: ownName };
  const { data } = useAliases(target, mayCurate);
  const { remove } = useChangeAliases(target);
  if (!mayCurate) return null;
  return (
    <>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('alias.title')}
      </Text>
      <ul className={styles.list}>
        {data?.map(({ name }) => (
          <li key={`${name.namespace} ${name.name}`}>
            <span className={styles.name}>
              {name.namespace} {name.name}
            </span>{' '}
            <Button
              size="small"
              variant="tertiary"
              aria-label={t('alias.removeName', { name: name.name })}
              onPress={() => remove.mutate(name)}
            >
              {t('alias.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {remove.error && <span role="alert">{errorText(remove.error)}</span>}
      <Button
        size="small"
        variant="secondary"
        onPress={() => setIsAdding(true)}
      >
        {t('alias.add')}
      </Button>
      {isAdding && (
        <AddAliasDialog node={node} onClose={() => setIsAdding(false)} />
      )}
    </>
  );
}

function AddAliasDialog(props: { node: VisibleNode; onClose(): void }) {
  const t = useText();
  const { node, onClose } = props;
  const [namespace, setNamespace] = useState('');
  const [name, setName] = useState('');
  const { add } = useChangeAliases({
    namespace: node.namespace,
    name: node.name,
  });
  return (
    <OpenDialog
      title={t('alias.dialog', { name: node.title })}
      width={520}
      onClose={onClose}
      footer={
        <>
          <Button variant="secondary" onPress={onClose}>
            {t('notify.cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={!namespace.trim() || !name.trim()}
            isPending={add.isPending}
            onPress={() =>
              add.mutate(
                { namespace: namespace.trim(), name: name.trim() },
                { onSuccess: onClose },
              )
            }
          >
            {t('alias.add')}
          </Button>
        </>
      }
    >
      <Text as="p">{t('alias.hint')}</Text>
      <TextField
        label={t('alias.namespace')}
        placeholder="kafka://broker:9092"
        value={namespace}
        onChange={setNamespace}
      />
      <TextField label={t('alias.name')} value={name} onChange={setName} />
      {add.error && <span role="alert">{errorText(add.error)}</span>}
    </OpenDialog>
  );
}
