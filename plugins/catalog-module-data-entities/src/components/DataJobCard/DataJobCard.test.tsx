import { screen } from '@testing-library/react';
import { goodEntity } from '../../__testUtils__/goodEntity';
import { renderCard } from '../../__testUtils__/renderCard';
import { DataJobCard } from './DataJobCard';

describe('DataJobCard', () => {
  it('shows what the job declares, with links in its namespace', async () => {
    await renderCard(<DataJobCard />, goodEntity('datajob-flink-sql'));
    expect(await screen.findByText('flink-production')).toBeVisible();
    expect(screen.getByText('the newest checkpoint')).toBeVisible();
    expect(
      screen.getByText('staging (flink-staging, ×1, suspended)'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: /^(shop\/)?orders$/ }),
    ).toHaveAttribute('href', '/catalog/shop/dataset/orders');
  });

  it('says defaults and unknowns as such', async () => {
    await renderCard(<DataJobCard />, goodEntity('datajob-flink-jar'));
    expect(await screen.findByText('the default of the engine')).toBeVisible();
    expect(screen.getByText('streaming')).toBeVisible();
    expect(screen.getAllByText('unknown')).toHaveLength(2);
  });
});
