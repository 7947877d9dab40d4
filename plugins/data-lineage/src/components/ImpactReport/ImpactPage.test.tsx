import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderLineage } from '../../__testUtils__/renderLineage';
import { SHOP } from '../../testing';

const PATH = `/lineage/impact?${new URLSearchParams({
  node: SHOP.enriched.id,
})}`;

describe('the page Impact', () => {
  it('groups what depends on something by owner', async () => {
    renderLineage(PATH);
    await screen.findByText('What depends on orders_enriched');
    expect(screen.getByText('analytics · 2 affected')).toBeTruthy();
    expect(screen.getByText('finance · 4 affected')).toBeTruthy();
    expect(screen.getByText(/2 more things depend on it/)).toBeTruthy();
    expect(screen.getAllByText('window_start')).not.toHaveLength(0);
  });

  it('writes to the owners once the viewer is sure', async () => {
    const api = renderLineage(PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Write to owners' }),
    );
    const dialog = await screen.findByRole('dialog');
    const send = within(dialog).getByRole('button', {
      name: 'Write to 2 owners',
    });
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Message/ }),
      'amount_eur goes on Monday',
    );
    await userEvent.click(send);
    expect(api.notices).toEqual([]);
    await userEvent.click(within(dialog).getByRole('checkbox'));
    await userEvent.click(send);
    await screen.findByText('2 owners were written to.');
    expect(api.notices).toEqual([
      { node: SHOP.enriched.id, message: 'amount_eur goes on Monday' },
    ]);
  });

  it('offers that to nobody who may not', async () => {
    renderLineage(PATH, { deny: ['data-lineage.owners.notify'] });
    await screen.findByText('What depends on orders_enriched');
    expect(
      screen.queryByRole('button', { name: 'Write to owners' }),
    ).toBeNull();
  });

  it('asks what it is about', async () => {
    renderLineage('/lineage/impact');
    expect(
      await screen.findByText(/Choose a dataset, column or job/),
    ).toBeTruthy();
  });
});
