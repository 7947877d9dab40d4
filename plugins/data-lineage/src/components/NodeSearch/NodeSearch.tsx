import { useState } from 'react';
import { SearchAutocomplete, SearchAutocompleteItem } from '@backstage/ui';
import { SearchHit } from '@datalark/backstage-plugin-data-lineage-common';
import { useDebounced } from '../../hooks/useDebounced';
import { useSearch } from '../../hooks/useSearch';
import { useText } from '../../hooks/useText';
import { NodeIcon } from '../NodeIcon';
import styles from './NodeSearch.module.css';

const DELAY = 200;
const LIMIT = 20;

/** Finds datasets, jobs and, unless told otherwise, columns by a part of their names. */
export function NodeSearch(props: {
  label: string;
  placeholder: string;
  withColumns?: boolean;
  onChoose(hit: SearchHit): void;
}) {
  const t = useText();
  const [input, setInput] = useState('');
  const text = useDebounced(input.trim(), DELAY);
  const found = useSearch({ text, limit: LIMIT }, text !== '');
  const items = (text ? found.data?.items ?? [] : []).filter(
    hit => props.withColumns !== false || hit.column === undefined,
  );
  return (
    <div className={styles.search}>
      <SearchAutocomplete
        aria-label={props.label}
        placeholder={props.placeholder}
        inputValue={input}
        onInputChange={setInput}
        isLoading={found.isFetching && text !== ''}
        popoverWidth="460px"
      >
        {items.map(hit => (
          <SearchAutocompleteItem
            key={`${hit.node.id} ${hit.column ?? ''}`}
            id={`${hit.node.id} ${hit.column ?? ''}`}
            textValue={hit.column ?? hit.node.title}
            onAction={() => {
              setInput('');
              props.onChoose(hit);
            }}
          >
            <span className={styles.hit}>
              <NodeIcon node={hit.node} />
              <span>
                <strong>
                  {hit.column === undefined
                    ? hit.node.title
                    : `${hit.node.title}.${hit.column}`}
                </strong>{' '}
                <span className={styles.detail}>
                  {t(
                    hit.column === undefined
                      ? `nodeType.${hit.node.type}`
                      : 'nodeType.column',
                  )}
                  {' · '}
                  {hit.node.namespace} {hit.node.name}
                </span>
              </span>
            </span>
          </SearchAutocompleteItem>
        ))}
      </SearchAutocomplete>
      {found.error && <span role="alert">{t('search.failed')}</span>}
    </div>
  );
}
