import { useState } from 'react';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Menu,
  MenuItem,
  MenuListBox,
  MenuListBoxItem,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import {
  RiBookmarkLine,
  RiCheckLine,
  RiLayoutColumnLine,
} from '@remixicon/react';
import { useListColumns } from '../../hooks/useListColumns';
import { SavedView, useSavedViews } from '../../hooks/useSavedViews';
import { useText } from '../../hooks/useText';
import {
  DEFAULT_COLUMNS,
  JobListState,
  LIST_COLUMNS,
  ListColumn,
  parseJobListState,
  viewSearch,
} from '../../logic/jobListState';
import { ViewsDialog } from './ViewsDialog';
import styles from './JobsContent.module.css';

type ToolsProps = {
  state: JobListState;
  onChange: (part: Partial<JobListState>) => void;
};

/** Columns and saved views of the list. */
export function ListTools(props: ToolsProps) {
  return (
    <div className={styles.tools}>
      <ViewMenu {...props} />
      <ColumnMenu {...props} />
    </div>
  );
}

function ColumnMenu({ state, onChange }: ToolsProps) {
  const t = useText();
  const [stored, store] = useListColumns();
  const shown = state.columns ?? stored ?? DEFAULT_COLUMNS;
  return (
    <MenuTrigger>
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiLayoutColumnLine />}
      >
        {t('list.columns')}
      </Button>
      <MenuListBox
        placement="bottom end"
        aria-label={t('list.columns')}
        selectionMode="multiple"
        // Escape closes the menu and takes nothing back.
        escapeKeyBehavior="none"
        selectedKeys={shown}
        onSelectionChange={keys => {
          const columns = LIST_COLUMNS.filter(
            column => keys === 'all' || keys.has(column),
          );
          store(columns.length ? columns : undefined);
          // The address said otherwise so far; the viewer's choice counts now.
          if (state.columns) {
            onChange({ columns: undefined, offset: state.offset });
          }
        }}
      >
        {LIST_COLUMNS.map((column: ListColumn) => (
          <MenuListBoxItem key={column} id={column}>
            {t(`list.column.${column}`)}
          </MenuListBoxItem>
        ))}
      </MenuListBox>
    </MenuTrigger>
  );
}

function ViewMenu({ state, onChange }: ToolsProps) {
  const t = useText();
  const toastApi = useApi(toastApiRef);
  const [columns] = useListColumns();
  const { views } = useSavedViews();
  const [isOpen, setOpen] = useState(false);
  const whole = viewSearch({ ...state, columns: state.columns ?? columns });
  const current = views.find(one => isSame(one, state));

  const share = async () => {
    const { origin, pathname } = window.location;
    await navigator.clipboard.writeText(
      `${origin}${pathname}${whole && `?${whole}`}`,
    );
    toastApi.post({
      title: t('list.view.copied'),
      status: 'success',
      timeout: 4000,
    });
  };
  return (
    <>
      <MenuTrigger>
        <Button variant="secondary" size="small" iconStart={<RiBookmarkLine />}>
          {current?.name ?? t('list.view.menu')}
        </Button>
        <Menu placement="bottom end">
          {views.map(view => (
            <MenuItem
              key={view.name}
              id={`view:${view.name}`}
              iconStart={view === current ? <RiCheckLine /> : undefined}
              onAction={() =>
                onChange(parseJobListState(new URLSearchParams(view.search)))
              }
            >
              {view.name}
            </MenuItem>
          ))}
          {views.length > 0 && <MenuSeparator />}
          <MenuItem id="manage" onAction={() => setOpen(true)}>
            {t('list.view.manage')}
          </MenuItem>
          <MenuItem id="share" onAction={share}>
            {t('list.view.share')}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      {isOpen && <ViewsDialog search={whole} onClose={() => setOpen(false)} />}
    </>
  );
}

function isSame(view: SavedView, state: JobListState): boolean {
  const saved = parseJobListState(new URLSearchParams(view.search));
  return viewSearch(saved) === viewSearch({ ...state, columns: saved.columns });
}
