import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { chooseOption, renderField } from '../../__testUtils__/renderField';
import { SeaTunnelPlugin } from './SeaTunnelPlugin';

type Value = { plugin?: string; options?: Record<string, unknown> };
const shop = {
  apiVersion: 'datalark.io/v1alpha1',
  kind: 'DataSource',
  metadata: { name: 'shop', namespace: 'default', title: 'Shop database' },
  spec: {
    type: 'postgresql',
    lifecycle: 'production',
    owner: 'guest',
    connection: {
      host: '${PG_HOST}',
      port: '${PG_PORT}',
      database: 'shop',
      username: 'datalark',
    },
    credentials: { password: 'secret:shop-postgres' },
  },
};

describe('SeaTunnelPlugin', () => {
  it('fills in a plugin from a data source, with a reference to its secret', async () => {
    const { last } = await renderField<Value>(SeaTunnelPlugin, {
      uiOptions: { kind: 'source' },
      value: { plugin: 'Jdbc', options: { query: 'select 1' } },
      entities: [shop],
    });
    await chooseOption(/Fill in from a data source/, 'Shop database');
    expect(last()).toEqual({
      plugin: 'Jdbc',
      options: expect.objectContaining({
        query: 'select 1',
        url: 'jdbc:postgresql://${PG_HOST}:${PG_PORT}/shop',
        password: '${secret:shop-postgres}',
      }),
    });
  });

  it('shows what most people need, and the rest behind a button', async () => {
    await renderField<Value>(SeaTunnelPlugin, {
      uiOptions: { kind: 'sink' },
      value: { plugin: 'Jdbc', options: {} },
    });
    const [more] = await screen.findAllByRole('button', {
      name: /More options/,
    });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(more);
    expect(more).toHaveAttribute('aria-expanded', 'true');
  });

  it('says what SeaTunnel would refuse, without the secret', async () => {
    await renderField<Value>(SeaTunnelPlugin, {
      uiOptions: { kind: 'sink' },
      value: { plugin: 'Jdbc', options: { password: 'letmein' } },
    });
    const status = await screen.findByRole('status');
    expect(status).toHaveTextContent(/Jdbc\.url/);
    expect(status).toHaveTextContent(/Jdbc\.password/);
    expect(status).not.toHaveTextContent('letmein');
  });

  it('keeps numbers as numbers, and forgets what was emptied', async () => {
    const { last } = await renderField<Value>(SeaTunnelPlugin, {
      uiOptions: { kind: 'source' },
      value: { plugin: 'FakeSource', options: { 'row.num': 5 } },
    });
    const rows = await screen.findByDisplayValue('5');
    await userEvent.type(rows, '0');
    expect(last()?.options).toEqual({ 'row.num': 50 });
    await userEvent.clear(rows);
    expect(last()?.options).toEqual({});
  });

  it('starts anew when another plugin is chosen', async () => {
    const { last } = await renderField<Value>(SeaTunnelPlugin, {
      uiOptions: { kind: 'sink' },
      value: { plugin: 'Jdbc', options: { url: 'x' } },
    });
    await chooseOption(/Sink/, 'Log of the server (Console)');
    expect(last()).toEqual({ plugin: 'Console', options: {} });
  });
});
