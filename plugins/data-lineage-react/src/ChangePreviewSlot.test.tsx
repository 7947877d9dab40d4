import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { changePreviewApiRef } from './changePreviewApiRef';
import { ChangePreviewSlot } from './ChangePreviewSlot';

const request = { definition: { type: 'flink-sql', sql: 'SELECT 1' } };

describe('ChangePreviewSlot', () => {
  it('is empty in an app without lineage', async () => {
    renderInTestApp(
      <p>
        before
        <ChangePreviewSlot request={request} />
      </p>,
    );
    expect(await screen.findByText('before')).toHaveTextContent(/^before$/);
  });

  it('shows the panel that lineage lends', async () => {
    renderInTestApp(<ChangePreviewSlot request={request} />, {
      apis: [
        [
          changePreviewApiRef,
          { Panel: props => <>{String(props.request?.definition.sql)}</> },
        ],
      ],
    });
    expect(await screen.findByText('SELECT 1')).toBeInTheDocument();
  });
});
