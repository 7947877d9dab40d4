import { screen, within } from '@testing-library/react';
import { renderDataJobs, renderPart } from '../../__testUtils__/renderDataJobs';
import { engine, FakeDataJobsApi } from '../../testing';
import { EnginesContent } from './EnginesContent';

const fact = (label: string) =>
  screen.getByText(label, { selector: 'dt' }).nextElementSibling;

describe('EnginesContent', () => {
  it('shows as a page what an engine is and has', async () => {
    renderDataJobs('/engines');
    expect(
      await screen.findByRole('heading', {
        level: 3,
        name: 'Flink on this machine',
      }),
    ).toBeInTheDocument();
    expect(document.body).toHaveTextContent('In reach for 4 hr');
    expect(fact('Type')).toHaveTextContent('flink-session');
    expect(fact('Version')).toHaveTextContent('2.1.0');
    expect(fact('Slots')).toHaveTextContent('2 free of 4');
    expect(fact('Workers')).toHaveTextContent('1');
    expect(fact('Running jobs')).toHaveTextContent('2');
    expect(fact('Takes')).toHaveTextContent('flink-sql, flink-jar');
    expect(fact('Can')).toHaveTextContent(
      /suspend.*savepoints of running jobs/,
    );
    expect(screen.getByText(/SQL Gateway 2.1.0, in reach/)).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open its web page' }),
    ).toHaveAttribute('href', 'http://localhost:8081');
    expect(screen.getByRole('link', { name: 'Show its jobs' })).toHaveAttribute(
      'href',
      '/data-jobs?engine=flink-local',
    );
  });

  it('says what is wrong, what to do, and that the rest is last known', async () => {
    const api = new FakeDataJobsApi();
    api.engines = [
      engine({
        reachable: 'no',
        problems: [
          {
            message: 'No answer from http://localhost:8081',
            remedy: 'Start it with yarn engines',
          },
        ],
        info: {
          version: '2.1.0',
          parts: [
            { name: 'SQL Gateway', reachable: false, message: 'refused' },
          ],
        },
      }),
    ];
    await renderPart(<EnginesContent />, { api });
    const problem = await screen.findByText(
      'No answer from http://localhost:8081',
    );
    expect(problem.parentElement).toHaveTextContent(
      'What to do: Start it with yarn engines',
    );
    expect(document.body).toHaveTextContent('Out of reach for 4 hr');
    expect(screen.getByText(/last known and may be/)).toBeInTheDocument();
    expect(fact('Slots')).toHaveTextContent('not known');
    expect(screen.getByText('SQL Gateway')).toBeInTheDocument();
  });

  it('says that a part is out of reach while the engine is not', async () => {
    const api = new FakeDataJobsApi();
    api.engines = [
      engine({
        info: {
          version: '2.1.0',
          parts: [
            { name: 'SQL Gateway', reachable: false, message: 'refused' },
          ],
        },
      }),
    ];
    await renderPart(<EnginesContent />, { api });
    expect(
      await screen.findByText('SQL Gateway, out of reach: refused'),
    ).toBeInTheDocument();
  });

  it('shows that a local engine is on its way', async () => {
    const api = new FakeDataJobsApi();
    api.engines = [
      engine({
        reachable: 'unknown',
        since: undefined,
        info: undefined,
        problems: [{ message: 'Downloading Flink 2.1.0: 40 of 480 MB' }],
      }),
    ];
    await renderPart(<EnginesContent />, { api });
    expect(
      await screen.findByText('Downloading Flink 2.1.0: 40 of 480 MB'),
    ).toBeInTheDocument();
    expect(screen.getByText('Not asked yet')).toBeInTheDocument();
    expect(fact('Version')).toHaveTextContent('not known');
  });

  it('says how to add the first engine', async () => {
    const api = new FakeDataJobsApi();
    api.engines = [];
    await renderPart(<EnginesContent />, { api });
    expect(
      await screen.findByText('No engine is configured.'),
    ).toBeInTheDocument();
  });

  it('says why the engines cannot be seen', async () => {
    const failing = new FakeDataJobsApi();
    jest
      .spyOn(failing, 'listEngines')
      .mockRejectedValue(
        Object.assign(new Error('Bad config'), { statusCode: 400 }),
      );
    await renderPart(<EnginesContent />, { api: failing });
    const alert = await screen.findByRole('alert');
    expect(
      within(alert).getByText('The engines could not be loaded.'),
    ).toBeInTheDocument();
    expect(alert).toHaveTextContent('Bad config');
  });

  it('says that one may not see them', async () => {
    const api = new FakeDataJobsApi();
    jest
      .spyOn(api, 'listEngines')
      .mockRejectedValue(
        Object.assign(new Error('Not allowed'), { statusCode: 403 }),
      );
    await renderPart(<EnginesContent />, { api });
    expect(
      await screen.findByText('You may not see the engines.'),
    ).toBeInTheDocument();
  });
});
