import { screen, waitFor } from '@testing-library/react';
import { chooseOption, renderField } from '../../__testUtils__/renderField';
import { DataEnginePicker } from './DataEnginePicker';

const engine = (name: string, jobTypes: string[], more: object = {}) => ({
  name,
  type: 'fake',
  capabilities: { jobTypes },
  reachable: 'yes',
  problems: [],
  ...more,
});
const answers = (...items: object[]) => ({
  'GET /api/data-jobs/engines': { body: { items } },
});

describe('DataEnginePicker', () => {
  it('offers the engines that take such jobs, and says how they are', async () => {
    const { last } = await renderField(DataEnginePicker, {
      uiOptions: { jobType: 'flink-sql' },
      answers: answers(
        engine('one', ['flink-sql'], { title: 'First' }),
        engine('two', ['flink-sql'], {
          reachable: 'no',
          problems: [{ message: 'Connection refused.' }],
        }),
        engine('other', ['seatunnel']),
      ),
    });
    await chooseOption(/Engine/, 'two (out of reach)');
    expect(last()).toBe('two');
    expect(await screen.findByText('Connection refused.')).toBeInTheDocument();
    expect(screen.queryByText(/other/)).not.toBeInTheDocument();
  });

  it('takes the only one by itself', async () => {
    const { last } = await renderField(DataEnginePicker, {
      answers: answers(engine('one', ['flink-sql'])),
    });
    await waitFor(() => expect(last()).toBe('one'));
  });

  it('says what to do when there is none', async () => {
    await renderField(DataEnginePicker, {
      uiOptions: { jobType: 'flink-jar' },
      answers: answers(engine('other', ['seatunnel'])),
    });
    expect(
      await screen.findByText(
        /No engine takes jobs of type flink-jar\. .*dataJobs\.engines/,
      ),
    ).toBeInTheDocument();
  });

  it('takes a name when the portal does not answer', async () => {
    await renderField(DataEnginePicker, {});
    expect(
      await screen.findByRole('textbox', { name: /Engine/ }),
    ).toHaveAccessibleDescription(
      /Could not be loaded: .*Write the name of the engine\./,
    );
  });
});
