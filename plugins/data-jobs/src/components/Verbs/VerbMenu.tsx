import { useState } from 'react';
import { ButtonIcon, MenuTrigger } from '@backstage/ui';
import { JobSummary } from '@datalark/backstage-plugin-data-jobs-common';
import { RiMore2Line } from '@remixicon/react';
import { useText } from '../../hooks/useText';
import { useVerbStates } from './useVerbStates';
import { VerbMenuItems } from './VerbMenuItems';

/** The menu of verbs of one row. Permissions are asked for when it opens. */
export function VerbMenu(props: { job: JobSummary }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <ButtonIcon
        variant="tertiary"
        size="small"
        icon={<RiMore2Line />}
        aria-label={t('list.actions', {
          name: props.job.title ?? props.job.name,
        })}
      />
      {isOpen ? <OpenMenu job={props.job} /> : <ClosedMenu />}
    </MenuTrigger>
  );
}

function OpenMenu(props: { job: JobSummary }) {
  const { states } = useVerbStates(props.job);
  return (
    <VerbMenuItems placement="bottom end" job={props.job} states={states} />
  );
}

function ClosedMenu() {
  return null;
}
