import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  chooseOption,
  renderOnEntity,
} from '../../__testUtils__/renderDataJobs';
import {
  deployment,
  FakeDataJobsApi,
  jobDetail,
  observation,
  operation,
  snapshot,
} from '../../testing';
import { JobEntityContent } from './JobEntityContent';

const render = (path = '/', api = new FakeDataJobsApi(), deny?: string[]) =>
  renderOnEntity(<JobEntityContent />, { path, api, deny });

const ok = <T,>(value: T) => ({
  status: 'ok' as const,
  value,
  observedAt: new Date().toISOString(),
});

const fact = (label: string) =>
  screen.getByText(label, { selector: 'dt' }).nextElementSibling;

describe('JobEntityContent', () => {
  it('says at once how the job does and what would be lost', async () => {
    await render();
    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: /^Healthy: running for 3 hr/,
      }),
    ).toBeInTheDocument();
    expect(fact('Wanted')).toHaveTextContent('Running');
    expect(fact('Restore point')).toHaveTextContent(
      'Savepoint taken 3 minutes ago by guest from version 2',
    );
    expect(fact('Records read')).toHaveTextContent('120,345');
    expect(fact('Tasks')).toHaveTextContent('4 of 4 run');
    expect(fact('Version')).toHaveTextContent('version 2');
    expect(fact('Last change')).toHaveTextContent(
      'Deployed by guest 5 minutes ago',
    );
  });

  it('takes the record counts of the metrics where a look has none', async () => {
    const api = new FakeDataJobsApi();
    api.jobs = [
      jobDetail({
        deployments: [
          deployment({ observation: observation({ records: undefined }) }),
        ],
        restorePoints: {},
      }),
    ];
    api.metrics = ok([{ name: 'records read', value: 42 }]);
    await render('/', api);
    await waitFor(() => expect(fact('Records read')).toHaveTextContent('42'));
    expect(fact('Records written')).toHaveTextContent('not known');
    expect(fact('Restore point')).toHaveTextContent(
      'none: state would be lost',
    );
  });

  it('says so when the job is deleted meanwhile', async () => {
    const api = new FakeDataJobsApi();
    await render('/', api);
    await screen.findByRole('heading', { name: /^Healthy/ });
    api.jobs = [];
    expect(
      await screen.findByText('The job is deleted.', undefined, {
        timeout: 5000,
      }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: /^Healthy/ })).toBeNull();
    expect(
      screen.getByRole('link', { name: 'Show all data jobs' }),
    ).toHaveAttribute('href', '/data-jobs');
  });

  it('keeps environment and tab in the address', async () => {
    const api = new FakeDataJobsApi();
    api.jobs = [
      jobDetail({
        deployments: [
          deployment({ environment: 'production' }),
          deployment({
            environment: 'staging',
            observation: observation({
              state: 'failed',
              health: {
                state: 'degraded',
                reasons: [{ code: 'failed', message: 'Out of memory' }],
              },
              message: 'Exit code 137',
            }),
          }),
        ],
      }),
    ];
    await render('/', api);
    await screen.findByRole('heading', { name: /^Healthy/ });
    await userEvent.click(screen.getByRole('button', { name: /Environment$/ }));
    await chooseOption('staging');
    expect(
      await screen.findByRole('heading', { name: /^Degraded: failed/ }),
    ).toBeInTheDocument();
    expect(screen.getByText('Out of memory')).toBeInTheDocument();
    expect(screen.getByText('Exit code 137')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'History' }));
    expect(screen.getByTestId('location')).toHaveTextContent(
      '/?environment=staging&tab=history',
    );
  });

  it('shows what is under way with its steps', async () => {
    const api = new FakeDataJobsApi();
    const active = operation({
      id: 'op-2',
      verb: 'restart',
      state: 'running',
      steps: [
        {
          name: 'Take a savepoint',
          state: 'running',
          startedAt: new Date().toISOString(),
        },
      ],
    });
    api.jobs = [
      jobDetail({ deployments: [deployment({ activeOperation: active })] }),
    ];
    await render('/', api);
    expect(
      await screen.findByRole('heading', { name: 'Under way' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Steps' })).toHaveTextContent(
      'Take a savepointunder way',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Other actions' }),
    );
    expect(
      await screen.findByRole('menuitem', { name: /Deploy/ }),
    ).toHaveTextContent('Restarting is under way.');
  });

  it('lists every operation with its steps, live', async () => {
    const api = new FakeDataJobsApi();
    const begun = new Date().toISOString();
    api.operations = [
      operation({
        id: 'op-3',
        verb: 'suspend',
        state: 'running',
        endedAt: undefined,
        reason: undefined,
        versionAfter: undefined,
        steps: [{ name: 'Stop the run', state: 'running', startedAt: begun }],
      }),
      operation({
        id: 'op-2',
        state: 'failed',
        requestedBy: 'catalog',
        surface: 'catalog',
        error: { message: 'Flink said no' },
      }),
    ];
    await render('/?tab=history', api);
    const [live] = await screen.findAllByRole('list', { name: 'Steps' });
    expect(live).toHaveTextContent('Stop the rununder way');
    const failed = screen.getByRole('button', { name: /^Deploy/ });
    expect(failed).toHaveTextContent(
      /DeployFailedAsked for by the catalog 6 minutes ago\s*, took 1 min/,
    );
    await userEvent.click(failed);
    expect(screen.getByText('Flink said no')).toBeInTheDocument();
    expect(screen.getByText('Reason: New filter')).toBeInTheDocument();
    expect(screen.getByText('Version 1 to 2')).toBeInTheDocument();
    act(() => api.endOperation('op-3'));
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: /^Suspend.*Asked for/ }),
      ).toHaveTextContent('Succeeded'),
    );
  });

  it('lists the runs', async () => {
    await render('/?tab=history');
    const row = await screen.findByRole('row', {
      name: /Running/,
    });
    expect(row).toHaveTextContent('120,345 read, 118,002 written');
    expect(row).toHaveTextContent('clean start');
    expect(row).toHaveTextContent('5 min so far');
  });

  it('restores from the snapshot of a row', async () => {
    const api = new FakeDataJobsApi();
    api.snapshots = ok([
      snapshot(),
      snapshot({
        id: 'cp-1',
        kind: 'checkpoint',
        triggeredBy: undefined,
        version: undefined,
        sizeBytes: undefined,
      }),
    ]);
    await render('/?tab=snapshots', api);
    const rows = await screen.findAllByRole('row', { name: /point/ });
    expect(rows[0]).toHaveTextContent('would be used now');
    expect(rows[0]).toHaveTextContent('1.5 MB');
    expect(rows[1]).toHaveTextContent('the engine');
    const button = within(rows[1]).getByRole('button', {
      name: /^Restore from the checkpoint of/,
    });
    await waitFor(() => expect(button).toBeEnabled());
    await userEvent.click(button);
    const dialog = await screen.findByRole('dialog', { name: /^Restore/ });
    await within(dialog).findByText(/Everything since the checkpoint/i);
    await userEvent.type(
      await within(dialog).findByRole('textbox', { name: /to confirm$/ }),
      'orders',
    );
    const restore = within(dialog).getByRole('button', { name: 'Restore' });
    await waitFor(() => expect(restore).toBeEnabled());
    await userEvent.click(restore);
    await waitFor(() =>
      expect(api.requests[0].params).toEqual({ snapshot: 'cp-1' }),
    );
  });

  it('says why the engine tells nothing', async () => {
    const api = new FakeDataJobsApi();
    api.checkpoints = {
      status: 'unavailable',
      reason: 'The job is a batch job',
    };
    jest
      .spyOn(api, 'listSnapshots')
      .mockRejectedValue(Object.assign(new Error('No'), { statusCode: 403 }));
    await render('/?tab=snapshots', api);
    expect(
      await screen.findByText('Not available: The job is a batch job'),
    ).toBeInTheDocument();
    expect(screen.getByText('You may not see this.')).toBeInTheDocument();
  });

  it('shows exceptions, metrics, the graph and the log', async () => {
    const api = new FakeDataJobsApi();
    const at = new Date(Date.now() - 61_000).toISOString();
    const failure = { at, name: 'IOException', message: 'refused' };
    api.exceptionGroups = ok([
      {
        id: 'x',
        name: 'IOException',
        message: 'refused',
        firstAt: at,
        lastAt: new Date().toISOString(),
        count: 2,
        first: { ...failure, stack: 'at first' },
        last: { ...failure, stack: 'at last' },
      },
    ]);
    api.metrics = ok([
      { name: 'busy', value: 0.5, unit: 'ratio', scope: 'orders' },
    ]);
    api.plan = ok({
      nodes: [
        { id: 'b', name: 'sink', parallelism: 2, state: 'RUNNING' },
        { id: 'a', name: 'orders', busy: 0.95, backpressured: 0 },
      ],
      edges: [{ from: 'a', to: 'b', label: 'HASH' }],
    });
    api.log = ok({
      source: 'JobManager',
      text: '2026-01-01 INFO started\n2026-01-01 WARN slow\n',
      truncated: true,
    });
    await render('/?tab=diagnostics', api);
    const exception = (await screen.findByText('IOException')).closest('li');
    expect(exception).toHaveTextContent('2 times, first 1 minute ago');
    expect(exception).toHaveTextContent('at first');
    expect(exception).toHaveTextContent('at last');
    const metric = await screen.findByRole('row', { name: /busy/ });
    expect(metric).toHaveTextContent('busyorders50%');

    const vertex = await screen.findByRole('button', { name: /^orders/ });
    expect(vertex).toHaveTextContent('busy 95%, backpressured 0%');
    expect(vertex).toHaveTextContent('Busy');
    await userEvent.click(vertex);
    expect(vertex).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText('feeds sink (HASH)')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as a table' }),
    );
    expect(
      await screen.findByRole('row', {
        name: /^sink Load not known 2 RUNNING/,
      }),
    ).toBeInTheDocument();

    const log = await screen.findByRole('group', { name: 'Log' });
    expect(log).toHaveTextContent(/INFO started.*WARN slow/);
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search the log' }),
      'warn',
    );
    expect(screen.getByText('in 1 line')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next match' }));
    expect(screen.getByText('1 of 1')).toBeInTheDocument();
    expect(log.querySelector('mark')).toHaveTextContent('WARN');
  });

  it('tells an owner what would be lost, and who is responsible', async () => {
    const api = new FakeDataJobsApi();
    api.metricHistory = {
      ...api.metricHistory,
      times: [1, 2],
      series: [{ name: 'recordsRead', unit: 'records', values: [100, 160] }],
    };
    await render('/', api);
    const term = await screen.findByText('If it died now');
    const loss = term.parentElement;
    expect(loss).toHaveTextContent(
      /what came in the last 3 min.* would be read again/,
    );
    await waitFor(() => expect(loss).toHaveTextContent('60 records so far'));
    expect(screen.getByText('Owner').parentElement).toHaveTextContent(
      'data-platform',
    );
    await screen.findByText(/the catalog does not say what it writes/);
  });

  it('shows a job to those who may only look at it', async () => {
    await render(
      '/',
      new FakeDataJobsApi(),
      [
        'deploy',
        'stop',
        'suspend',
        'resume',
        'restart',
        'savepoint',
        'restore',
        'rollback',
        'delete',
      ].map(verb => `data-jobs.job.${verb}`),
    );
    expect(
      await screen.findByText('You may look at this job but not change it.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  });

  it('explains a job that the back end does not know', async () => {
    const api = new FakeDataJobsApi();
    api.jobs = [];
    await render('/', api);
    expect(
      await screen.findByText(/does not know this job yet/),
    ).toBeInTheDocument();
  });
});
