import { lazy, Suspense, useState } from 'react';
import { useEntityPermission } from '@backstage/plugin-catalog-react/alpha';
import { Button, Flex } from '@backstage/ui';
import {
  JobDetail,
  jobUpdatePermission,
} from '@datalark/backstage-plugin-data-jobs-common';
import { RiEditLine, RiFileCodeLine } from '@remixicon/react';
import { useText } from '../../hooks/useText';

const EditDialog = lazy(() =>
  import('./EditDialog').then(m => ({ default: m.EditDialog })),
);
const ExportDialog = lazy(() =>
  import('./ExportDialog').then(m => ({ default: m.ExportDialog })),
);

/** Editing of jobs that the portal owns, and their way to Git. */
export function DefinitionActions({ job }: { job: JobDetail }) {
  const t = useText();
  const [open, setOpen] = useState<'edit' | 'export'>();
  const mayUpdate = useEntityPermission(jobUpdatePermission).allowed;
  const close = () => setOpen(undefined);
  return (
    <Flex gap="2">
      {job.origin === 'portal' && (
        <>
          {mayUpdate && (
            <Button
              variant="secondary"
              size="small"
              iconStart={<RiEditLine />}
              onPress={() => setOpen('edit')}
            >
              {t('definition.edit')}
            </Button>
          )}
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiFileCodeLine />}
            onPress={() => setOpen('export')}
          >
            {t('definition.export')}
          </Button>
        </>
      )}
      <Suspense fallback={null}>
        {open === 'edit' && <EditDialog job={job} onClose={close} />}
        {open === 'export' && <ExportDialog job={job} onClose={close} />}
      </Suspense>
    </Flex>
  );
}
