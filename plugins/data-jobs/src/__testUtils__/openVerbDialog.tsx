import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Verb } from '@datalark/backstage-plugin-data-jobs-common';
import { renderPart } from './renderDataJobs';
import { FakeLineage } from './FakeLineage';
import { DataJobsQueryProvider } from '../hooks/DataJobsQueryProvider';
import { toSummary } from '../logic/toSummary';
import {
  deployment,
  FakeDataJobsApi,
  jobDetail,
  observation,
} from '../testing';
import {
  useVerbDialog,
  VerbDialogProvider,
} from '../components/VerbDialog/VerbDialogProvider';

function Opener(props: { api: FakeDataJobsApi; verb: Verb }) {
  const open = useVerbDialog();
  const [job] = props.api.jobs;
  return (
    <button
      onClick={() =>
        open({ verb: props.verb, job: toSummary(job, job.deployments[0]) })
      }
    >
      Open
    </button>
  );
}

/** The dialog of a verb, opened and with its form drawn. */
export async function openDialog(
  verb: Verb,
  api = new FakeDataJobsApi(),
  lineage?: FakeLineage,
) {
  await renderPart(
    <DataJobsQueryProvider>
      <VerbDialogProvider>
        <Opener api={api} verb={verb} />
      </VerbDialogProvider>
    </DataJobsQueryProvider>,
    { api, lineage },
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Open' }));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByRole('textbox', { name: /^Reason/ });
  return { api, dialog, ui: within(dialog) };
}

export const press = async (
  ui: Awaited<ReturnType<typeof openDialog>>['ui'],
  name: string,
) => {
  const button = ui.getByRole('button', { name });
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
};

export const typeName = async (
  ui: Awaited<ReturnType<typeof openDialog>>['ui'],
) =>
  userEvent.type(
    await ui.findByRole('textbox', { name: 'Type orders to confirm' }),
    'orders',
  );

export const suspended = () => {
  const api = new FakeDataJobsApi();
  api.jobs = [
    jobDetail({
      deployments: [
        deployment({
          desired: 'suspended',
          observation: observation({ state: 'suspended' }),
        }),
      ],
    }),
  ];
  return api;
};

/** What the back end was asked for first. */
export const asked = (api: FakeDataJobsApi) => ({
  verb: api.requests[0]?.verb,
  params: api.requests[0]?.params,
});
