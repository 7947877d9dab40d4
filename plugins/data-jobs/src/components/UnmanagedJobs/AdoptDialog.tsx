import { useState } from 'react';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Button, Flex, Select, Text, TextField } from '@backstage/ui';
import {
  LoadFailure,
  OpenDialog,
} from '@datalark/backstage-plugin-data-entities-react';
import { UnmanagedJob } from '@datalark/backstage-plugin-data-jobs-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dataJobsApiRef } from '../../api/dataJobsApiRef';
import { queryKeys } from '../../hooks/queryKeys';
import { useText } from '../../hooks/useText';

const NEW = 'new';

/** Takes a job on, as a new one or as the run of a declared one. */
export function AdoptDialog(props: { job: UnmanagedJob; onClose: () => void }) {
  const t = useText();
  const api = useApi(dataJobsApiRef);
  const toastApi = useApi(toastApiRef);
  const client = useQueryClient();
  const { job } = props;
  const [name, setName] = useState(job.suggestedName);
  const [owner, setOwner] = useState('');
  const [as, setAs] = useState(job.candidates.length > 0 ? '0' : NEW);
  const candidate = as === NEW ? undefined : job.candidates[Number(as)];
  const adopt = useMutation({
    mutationFn: () =>
      api.adoptJob({
        engine: job.engine,
        engineJobId: job.engineJobId,
        ...(candidate ?? { name: name.trim(), owner: owner.trim() }),
      }),
    onSuccess: adopted => {
      client.invalidateQueries({ queryKey: queryKeys.engines() });
      client.invalidateQueries({ queryKey: queryKeys.allJobs() });
      toastApi.post({
        title: t('adopt.done', { name: adopted.name }),
        status: 'success',
        timeout: 6000,
      });
      props.onClose();
    },
  });
  return (
    <OpenDialog
      title={t('adopt.takeOnNamed', { name: job.name })}
      width={560}
      onClose={props.onClose}
      footer={
        <>
          <Button variant="secondary" onPress={props.onClose}>
            {t('edit.cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={!candidate && (!name.trim() || !owner.trim())}
            isPending={adopt.isPending}
            onPress={() => adopt.mutate()}
          >
            {t('adopt.takeOn')}
          </Button>
        </>
      }
    >
      <Flex direction="column" gap="4">
        <Text as="p">{t('adopt.consequence')}</Text>
        {job.candidates.length > 0 && (
          <Select
            label={t('adopt.as')}
            options={[
              ...job.candidates.map((one, index) => ({
                value: String(index),
                label: t('adopt.asDeclared', {
                  entityRef: one.entityRef,
                  environment: one.environment,
                }),
              })),
              { value: NEW, label: t('adopt.asNew') },
            ]}
            value={as}
            onChange={key => setAs(String(key))}
          />
        )}
        {!candidate && (
          <>
            <TextField
              label={t('adopt.name')}
              value={name}
              onChange={setName}
              autoComplete="off"
            />
            <TextField
              label={t('adopt.owner')}
              description={t('adopt.ownerHint')}
              value={owner}
              onChange={setOwner}
              autoComplete="off"
            />
          </>
        )}
        {adopt.error && (
          <LoadFailure title={t('adopt.failed')} error={adopt.error} />
        )}
      </Flex>
    </OpenDialog>
  );
}
