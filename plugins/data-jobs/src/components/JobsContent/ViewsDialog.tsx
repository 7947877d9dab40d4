import { useState } from 'react';
import { Button, ButtonIcon, Text, TextField } from '@backstage/ui';
import { OpenDialog } from '@datalark/backstage-plugin-data-entities-react';
import { RiDeleteBinLine } from '@remixicon/react';
import { useSavedViews } from '../../hooks/useSavedViews';
import { useText } from '../../hooks/useText';
import styles from './JobsContent.module.css';

/** Saves what the list shows as a view, and deletes views. */
export function ViewsDialog(props: { search: string; onClose: () => void }) {
  const t = useText();
  const { views, save, remove } = useSavedViews();
  const [name, setName] = useState('');
  const given = name.trim();
  const replaces = views.some(one => one.name === given);
  return (
    <OpenDialog
      title={t('list.view.title')}
      width={480}
      onClose={props.onClose}
      footer={
        <>
          <Button variant="secondary" onPress={props.onClose}>
            {t('dialog.close')}
          </Button>
          <Button
            variant="primary"
            isDisabled={given === ''}
            onPress={() => {
              save({ name: given, search: props.search });
              props.onClose();
            }}
          >
            {t('list.view.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('list.view.name')}
        description={
          replaces ? t('list.view.replaces') : t('list.view.nameHint')
        }
        value={name}
        onChange={setName}
      />
      {views.length > 0 && (
        <>
          <Text as="p" variant="body-medium" weight="bold">
            {t('list.view.saved')}
          </Text>
          <ul className={styles.views}>
            {views.map(view => (
              <li key={view.name} className={styles.view}>
                <Text>{view.name}</Text>
                <ButtonIcon
                  variant="tertiary"
                  size="small"
                  icon={<RiDeleteBinLine />}
                  aria-label={t('list.view.delete', { name: view.name })}
                  onPress={() => remove(view.name)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </OpenDialog>
  );
}
