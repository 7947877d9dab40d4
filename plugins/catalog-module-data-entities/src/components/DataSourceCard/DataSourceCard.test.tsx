import { screen } from '@testing-library/react';
import { goodEntity } from '../../__testUtils__/goodEntity';
import { renderCard } from '../../__testUtils__/renderCard';
import { DataSourceCard } from './DataSourceCard';

describe('DataSourceCard', () => {
  it('shows the connection, the references and the discovery', async () => {
    await renderCard(<DataSourceCard />, goodEntity('datasource'));
    expect(await screen.findByText('db.shop.internal')).toBeVisible();
    expect(screen.getByText('5432')).toBeVisible();
    expect(
      screen.getByText(
        'username (secret:shop-db-user), password (secret:shop/db-password)',
      ),
    ).toBeVisible();
    expect(screen.getByText('0 3 * * * (UTC)')).toBeVisible();
    expect(screen.getByText('public.*')).toBeVisible();
    expect(screen.getByText('public.tmp_*')).toBeVisible();
  });

  it('shows no credential even if an entity holds one', async () => {
    const entity = goodEntity('datasource');
    Object.assign(entity.spec!, {
      connection: {
        password: 'hunter2',
        url: 'postgres://shop:hunter2@db/shop',
        jdbc: 'jdbc:mysql://db/x?password=hunter2',
        host: 'db',
      },
      credentials: { token: 'hunter2' },
    });
    const { container } = await renderCard(<DataSourceCard />, entity);
    expect(await screen.findByText('db')).toBeVisible();
    expect(screen.getAllByText('hidden')).toHaveLength(3);
    expect(container).not.toHaveTextContent('hunter2');
  });

  it('says what is not declared', async () => {
    const entity = goodEntity('datasource');
    delete entity.spec!.credentials;
    delete entity.spec!.discovery;
    await renderCard(<DataSourceCard />, entity);
    expect(await screen.findByText('none declared')).toBeVisible();
    expect(screen.getByText('not declared')).toBeVisible();
  });
});
