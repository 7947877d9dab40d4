import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { chooseOption, renderField } from '../../__testUtils__/renderField';
import { ConnectorValue } from '../../flinkConnectors/connectorValue';
import { FlinkConnector } from './FlinkConnector';

describe('FlinkConnector', () => {
  it('asks for the options of the chosen connector', async () => {
    const { last } = await renderField<ConnectorValue>(FlinkConnector, {
      title: 'Read from',
      uiOptions: { role: 'source' },
    });
    expect(
      await screen.findByRole('group', { name: 'Read from' }),
    ).toBeInTheDocument();
    await chooseOption(/Connector/, 'Made-up rows (datagen)');
    await userEvent.click(screen.getByRole('button', { name: 'Add a column' }));
    await userEvent.clear(screen.getByLabelText('Type of column 1'));
    await userEvent.type(screen.getByLabelText('Type of column 1'), 'INT');
    expect(last()).toEqual({
      connector: 'datagen',
      options: { 'rows-per-second': '1' },
      columns: [{ name: 'id', type: 'INT' }],
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove column 1' }),
    );
    expect(last()?.columns).toEqual([]);
  });

  it('offers sinks to a sink only', async () => {
    await renderField(FlinkConnector, { uiOptions: { role: 'sink' } });
    await userEvent.click(
      await screen.findByRole('button', { name: /Connector/ }),
    );
    const list = within(await screen.findByRole('listbox'));
    const options = list.getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'Kafka topic',
      'Files',
      'Database table (JDBC)',
      "The engine's output (print)",
      'Nowhere (blackhole)',
    ]);
  });

  it('takes a reference to a secret and nothing else', async () => {
    await renderField<ConnectorValue>(FlinkConnector, {
      uiOptions: { role: 'source' },
      value: { connector: 'jdbc', options: { password: 'letmein' } },
    });
    expect(
      await screen.findByLabelText('password'),
    ).toHaveAccessibleDescription(
      'password takes a reference to a secret, such as ${secret:name}, and nothing else.',
    );
  });
});
