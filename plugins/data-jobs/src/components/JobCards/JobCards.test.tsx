import { ReactElement } from 'react';
import { screen, within } from '@testing-library/react';
import { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderPart } from '../../__testUtils__/renderDataJobs';
import {
  deployment,
  FakeDataJobsApi,
  jobDetail,
  observation,
} from '../../testing';
import {
  AttentionJobsCard,
  AttentionJobsWidget,
  DatasetJobsCard,
  SystemJobsCard,
} from '.';

const failed = observation({
  state: 'failed',
  health: {
    state: 'degraded',
    reasons: [{ code: 'failed', message: 'Out of memory.' }],
  },
});
const hidden = observation({
  state: 'unknown',
  health: { state: 'unknown', reasons: [] },
  lastKnown: { state: 'running', observedAt: '2026-01-01T00:00:00.000Z' },
});

function fake() {
  const api = new FakeDataJobsApi();
  api.jobs = [
    jobDetail({ name: 'fine', title: 'Fine', system: 'system:default/shop' }),
    jobDetail({
      name: 'broken',
      title: 'Broken',
      system: 'system:default/shop',
      deployments: [
        deployment({
          entityRef: 'datajob:default/broken',
          environment: 'production',
          observation: failed,
        }),
      ],
    }),
    jobDetail({
      name: 'lost',
      title: 'Lost',
      deployments: [
        deployment({
          entityRef: 'datajob:default/lost',
          observation: hidden,
        }),
      ],
    }),
  ];
  return api;
}

function onPage(
  card: ReactElement,
  kind: string,
  name: string,
  relations: Array<[string, string]> = [],
): ReactElement {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
  return <EntityProvider entity={entity}>{card}</EntityProvider>;
}

describe('cards on other pages', () => {
  it('lists the jobs of a system with their states, and the way to all', async () => {
    const api = fake();
    await renderPart(onPage(<SystemJobsCard />, 'System', 'shop'), { api });
    const list = await screen.findByRole('list', { name: 'Data jobs' });
    const rows = within(list).getAllByRole('listitem');
    expect(rows).toHaveLength(2);
    expect(list).toHaveTextContent(/Broken.*production.*Failed/);
    expect(list).toHaveTextContent('Out of memory.');
    expect(list).toHaveTextContent(/Fine.*Running/);
    expect(
      screen.getByRole('link', { name: 'Show all 2 in the list of jobs' }),
    ).toHaveAttribute('href', '/data-jobs?system=system%3Adefault%2Fshop');
  });

  it('asks for the systems of a domain, and says when there are none', async () => {
    const api = fake();
    await renderPart(
      onPage(<SystemJobsCard />, 'Domain', 'commerce', [
        ['hasPart', 'system:default/shop'],
        ['hasPart', 'component:default/other'],
      ]),
      { api },
    );
    await screen.findByRole('link', { name: 'Fine' });
    expect(api.queries[0].system).toEqual(['system:default/shop']);
  });

  it('says when a domain has no job', async () => {
    const api = fake();
    await renderPart(onPage(<SystemJobsCard />, 'Domain', 'empty'), { api });
    expect(
      await screen.findByText('No data job belongs here yet.'),
    ).toBeInTheDocument();
    expect(api.queries).toEqual([]);
  });

  it('shows a user what needs attention, unknown as unknown', async () => {
    const api = fake();
    await renderPart(
      onPage(<AttentionJobsCard />, 'User', 'guest', [
        ['memberOf', 'group:default/data-platform'],
      ]),
      { api },
    );
    const list = await screen.findByRole('list');
    expect(list).not.toHaveTextContent('Fine');
    expect(list).toHaveTextContent(/Broken.*Failed/);
    expect(list).toHaveTextContent(/Lost.*Unknown/);
    expect(api.queries[0]).toMatchObject({
      owner: ['user:default/guest', 'group:default/data-platform'],
      health: ['degraded', 'unknown'],
    });
  });

  it('asks for the own jobs on the home page, and says that all are well', async () => {
    const api = fake();
    api.jobs = [jobDetail()];
    await renderPart(<AttentionJobsWidget />, { api });
    expect(
      await screen.findByText('All data jobs are well.'),
    ).toBeInTheDocument();
    expect(api.queries[0].mine).toBe(true);
  });

  it('says what failed, and offers another try', async () => {
    const api = fake();
    api.listJobs = async () => {
      throw Object.assign(new Error('The back end is away.'), {
        statusCode: 403,
      });
    };
    await renderPart(onPage(<SystemJobsCard />, 'System', 'shop'), { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The back end is away.',
    );
    expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  });

  it('says what writes and what reads a dataset', async () => {
    const api = fake();
    await renderPart(
      onPage(<DatasetJobsCard />, 'Dataset', 'orders', [
        ['writtenBy', 'datajob:default/broken'],
        ['writtenBy', 'datajob:default/nowhere'],
      ]),
      { api },
    );
    const writers = await screen.findByRole('list', {
      name: 'What writes here',
    });
    expect(writers).toHaveTextContent(/Broken.*Failed/);
    const others = await screen.findByRole('list', { name: 'State not known' });
    expect(others).toHaveTextContent('nowhere');
    expect(
      screen.getByText('No job declares that it reads this dataset.'),
    ).toBeInTheDocument();
  });
});
