import { Button, Tag, TagGroup } from '@backstage/ui';
import {
  parseNodeId,
  SearchHit,
} from '@datalark/backstage-plugin-data-lineage-common';
import { useText } from '../../hooks/useText';
import { useViewState } from '../../hooks/useViewState';
import { LineageView } from '../LineageView';
import { NodeSearch } from '../NodeSearch';
import { Starts } from './Starts';
import styles from './LineageExplorer.module.css';

// Tells the target of a path from a start of the same name.
const TARGET = 'to ';

/** Search anything, walk from it, and take a link to what is seen. */
export function LineageExplorer() {
  const t = useText();
  const [state, change] = useViewState();
  const start = ({ node, column }: SearchHit) =>
    change({
      roots:
        column === undefined
          ? [...new Set([...state.roots, node.id])]
          : [node.id],
      column: column === undefined ? undefined : { node: node.id, column },
      ...{ pathTo: undefined, selected: undefined },
    });
  const hasRoots = state.roots.length > 0;
  const remove = (keys: Iterable<unknown>) => {
    const gone = new Set([...keys].map(String));
    if (gone.has(TARGET + state.pathTo)) change({ pathTo: undefined });
    change(({ roots }) => ({ roots: roots.filter(id => !gone.has(id)) }));
  };
  return (
    <>
      <div className={styles.search} role="search">
        <NodeSearch
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          onChoose={start}
        />
        {state.roots.length === 1 && (
          <NodeSearch
            label={t('search.pathLabel')}
            placeholder={t('search.pathPlaceholder')}
            withColumns={false}
            onChoose={({ node }) => change({ pathTo: node.id })}
          />
        )}
        {hasRoots && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() =>
              change({
                ...{ roots: [], up: [], down: [], open: [] },
                ...{
                  pathTo: undefined,
                  column: undefined,
                  selected: undefined,
                },
              })
            }
          >
            {t('search.clear')}
          </Button>
        )}
      </div>
      {hasRoots && (
        <TagGroup
          aria-label={t('search.from')}
          onRemove={remove}
          className={styles.tags}
        >
          {[
            ...state.roots.map(id => (
              <Tag key={id} id={id} textValue={nameOf(id)}>
                {nameOf(id)}
              </Tag>
            )),
            ...(state.pathTo
              ? [
                  <Tag
                    key="to"
                    id={TARGET + state.pathTo}
                    textValue={nameOf(state.pathTo)}
                  >
                    {t('search.to', { name: nameOf(state.pathTo) })}
                  </Tag>,
                ]
              : []),
          ]}
        </TagGroup>
      )}
      {hasRoots ? (
        <LineageView state={state} change={change} />
      ) : (
        <Starts onChoose={start} />
      )}
    </>
  );
}

function nameOf(id: string): string {
  return parseNodeId(id)?.name ?? id;
}
