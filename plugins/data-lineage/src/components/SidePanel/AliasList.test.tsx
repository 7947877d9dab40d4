import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnEntity } from '../../__testUtils__/renderLineage';
import { LineageQueryProvider } from '../../hooks/LineageQueryProvider';
import { SHOP } from '../../testing';
import { AliasList } from './AliasList';

const list = (
  <LineageQueryProvider>
    <AliasList node={SHOP.ordersTopic} />
  </LineageQueryProvider>
);

describe('names of a dataset', () => {
  it('are added and removed by those who may', async () => {
    const api = renderOnEntity(list);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add a name' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'Namespace' }),
      'kafka://other:9092',
    );
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'Name' }),
      'orders',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Add a name' }),
    );
    const { namespace, name } = SHOP.ordersTopic;
    const remove = await screen.findByRole('button', {
      name: 'Remove the name orders',
    });
    expect(api.aliases).toEqual([
      expect.objectContaining({
        name: { namespace: 'kafka://other:9092', name: 'orders' },
        target: expect.objectContaining({ namespace, name }),
      }),
    ]);
    await userEvent.click(remove);
    await screen.findByRole('button', { name: 'Add a name' });
    expect(api.aliases).toEqual([]);
  });
});
