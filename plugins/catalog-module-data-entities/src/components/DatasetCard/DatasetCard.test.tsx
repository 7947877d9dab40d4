import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { goodEntity } from '../../__testUtils__/goodEntity';
import { renderCard, rowTexts } from '../../__testUtils__/renderCard';
import { DatasetCard } from './DatasetCard';

describe('DatasetCard', () => {
  it('shows the OpenLineage pair, the source and the columns', async () => {
    const { container } = await renderCard(
      <DatasetCard />,
      goodEntity('dataset'),
    );
    expect(
      await screen.findByText('postgres://db.shop.internal:5432'),
    ).toBeVisible();
    expect(screen.getByText('shop.public.orders')).toBeVisible();
    expect(screen.getByRole('link', { name: /shop-db/ })).toHaveAttribute(
      'href',
      '/catalog/default/datasource/shop-db',
    );
    expect(rowTexts(container)).toEqual([
      ['idprimary key', 'BIGINT', 'no', "The order's number", ''],
      ['customer_email', 'VARCHAR(255)', 'unknown', '', 'pii'],
      ['Customer_Email', 'VARCHAR(255)', 'unknown', '', ''],
    ]);
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
  });

  it('pages and searches many columns', async () => {
    const entity = goodEntity('dataset');
    entity.spec!.columns = Array.from({ length: 60 }, (_, index) => ({
      name: `c${index}`,
      type: 'INT',
    }));
    const { container } = await renderCard(<DatasetCard />, entity);
    await screen.findByText('c0');
    expect(rowTexts(container)).toHaveLength(20);
    await userEvent.click(screen.getByRole('searchbox'));
    await userEvent.paste('c59');
    await waitFor(() =>
      expect(rowTexts(container).map(([name]) => name)).toEqual(['c59']),
    );
  });

  it('says that nothing is known', async () => {
    const entity = goodEntity('dataset-report');
    delete entity.spec!.source;
    await renderCard(<DatasetCard />, entity);
    expect(await screen.findByText('No columns are declared.')).toBeVisible();
    expect(screen.getByText('unknown')).toBeVisible();
  });
});
