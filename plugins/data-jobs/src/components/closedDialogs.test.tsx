import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../__testUtils__/renderDataJobs';
import { DataJobsQueryProvider } from '../hooks/DataJobsQueryProvider';
import { FakeDataJobsApi, unmanagedJob } from '../testing';
import { JobsContent } from './JobsContent';
import { UnmanagedJobs } from './UnmanagedJobs';

jest.setTimeout(120_000);

const focused = () => document.activeElement as HTMLElement;

/** Opens a dialog with the keyboard and leaves it with Escape. */
async function leave(opener: HTMLElement, open: () => Promise<unknown>) {
  act(() => opener.focus());
  await open();
  const dialog = await screen.findByRole('dialog');
  await waitFor(() => expect(dialog).toContainElement(focused()));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
}

const press = () => userEvent.keyboard('{Enter}');

describe('a dialog that was closed', () => {
  it('gives the focus back to the button that opened it', async () => {
    const api = new FakeDataJobsApi();
    api.unmanaged = [unmanagedJob()];
    await renderPart(
      <DataJobsQueryProvider>
        <UnmanagedJobs />
      </DataJobsQueryProvider>,
      { api },
    );
    const opener = await screen.findByRole('button', { name: 'Take on sales' });
    await waitFor(() => expect(opener).toBeEnabled());
    // A table takes the focus row by row; its arrow keys reach what is inside.
    await leave(opener, () => userEvent.keyboard('{ArrowLeft}{Enter}'));
    await waitFor(() => expect(opener).toHaveFocus());
  });

  it('gives the focus back to the button of the menu that it was opened from', async () => {
    await renderPart(<JobsContent />);
    const views = await screen.findByRole('button', { name: 'Views' });
    await leave(views, async () => {
      await press();
      const item = await screen.findByRole('menuitem', {
        name: /Save or delete/,
      });
      act(() => item.focus());
      await press();
    });
    await waitFor(() => expect(views).toHaveFocus());
  });

  it('of many jobs hands the focus on to what it has asked for', async () => {
    await renderPart(<JobsContent />);
    const [row] = await screen.findAllByRole('row', { name: /Orders/ });
    await userEvent.click(within(row).getByRole('checkbox'));
    const suspend = await screen.findByRole('button', { name: 'Suspend' });
    await leave(suspend, press);
    await waitFor(() => expect(suspend).toHaveFocus());
    await press();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Suspend: 1 job' }),
    );
    const watch = await screen.findByRole('button', { name: 'Show each' });
    await waitFor(() => expect(watch).toHaveFocus());
  });
});
