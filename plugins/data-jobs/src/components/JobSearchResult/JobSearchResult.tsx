import { JSX } from 'react';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { Flex, Link, Text } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import styles from './JobSearchResult.module.css';

type JobResult = SearchDocument & {
  tables?: string;
  connectors?: string;
  jobType?: string;
  engine?: string;
};

const CONTEXT = 120;

/** A job that the search found: where the words are, its tables and connectors. */
export function JobSearchResult(props: {
  result?: SearchDocument;
  highlight?: ResultHighlight;
  icon?: JSX.Element;
}) {
  const t = useText();
  const result = props.result as JobResult | undefined;
  if (!result) return null;
  const { highlight } = props;
  const marked = (field: 'title' | 'tables' | 'connectors') => {
    const text = highlight?.fields[field];
    return text ? (
      <HighlightedSearchResultText
        text={text}
        preTag={highlight.preTag}
        postTag={highlight.postTag}
      />
    ) : (
      result[field]
    );
  };
  const passage = highlight?.fields.text;
  return (
    <Flex gap="3" className={styles.result}>
      {props.icon}
      <div className={styles.body}>
        <Text as="p" variant="body-large" weight="bold">
          <Link href={result.location} standalone>
            {marked('title')}
          </Link>
        </Text>
        <p className={styles.facts}>
          <span>{result.jobType}</span>
          {result.engine && (
            <span>{t('search.engine', { engine: result.engine })}</span>
          )}
          {result.connectors && (
            <span>
              {t('search.connectors', {
                connectors: <>{marked('connectors')}</>,
              })}
            </span>
          )}
          {result.tables && (
            <span>
              {t('search.tables', { tables: <>{marked('tables')}</> })}
            </span>
          )}
        </p>
        <p className={styles.text}>
          {passage && highlight ? (
            <HighlightedSearchResultText
              text={around(passage, highlight.preTag)}
              preTag={highlight.preTag}
              postTag={highlight.postTag}
            />
          ) : (
            result.text.slice(0, 2 * CONTEXT)
          )}
        </p>
      </div>
    </Flex>
  );
}

/** The piece of a text around its first mark. */
function around(text: string, mark: string): string {
  const at = text.indexOf(mark);
  if (at < CONTEXT) return text.slice(0, 4 * CONTEXT);
  return `… ${text.slice(at - CONTEXT, at + 3 * CONTEXT)}`;
}
