import { useEffect, useMemo, useRef, useState } from 'react';
import { Button, SearchField, Select, Text } from '@backstage/ui';
import { ScrollRegion } from '@datalark/backstage-plugin-data-entities-react';
import { JobLog } from '@datalark/backstage-plugin-data-jobs-common';
import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiDownloadLine,
} from '@remixicon/react';
import { useText } from '../../hooks/useText';
import {
  findLines,
  linesFrom,
  logLines,
  splitMatches,
  stepMatch,
} from '../../logic/logLines';
import { saveText } from '../../saveText';
import styles from './JobLog.module.css';

/** More lines than this are kept for the download and not drawn. */
const MOST_LINES = 4_000;
const LEVELS = ['all', 'info', 'warn', 'error'] as const;

/** The lines of a log with search, levels and download. */
export function LogText(props: {
  log: JobLog;
  isFollowing: boolean;
  isAtEnd: boolean;
  onAtEnd(isAtEnd: boolean): void;
}) {
  const t = useText();
  const { log, isFollowing, isAtEnd, onAtEnd } = props;
  const [search, setSearch] = useState('');
  const [level, setLevel] = useState<(typeof LEVELS)[number]>('all');
  const [current, setCurrent] = useState<number>();
  const box = useRef<HTMLDivElement>(null);
  const all = useMemo(() => logLines(log.text), [log.text]);
  const lines = useMemo(
    () =>
      linesFrom(all, level === 'all' ? undefined : level).slice(-MOST_LINES),
    [all, level],
  );
  const matches = useMemo(() => findLines(lines, search), [lines, search]);
  const place =
    current !== undefined && current < matches.length ? current : undefined;
  const shown = place === undefined ? undefined : matches[place];

  useEffect(() => {
    const element = box.current;
    if (element && isFollowing && isAtEnd) {
      element.scrollTop = element.scrollHeight;
    }
  }, [lines, isFollowing, isAtEnd]);

  const step = (by: 1 | -1) => {
    const next = stepMatch(place, by, matches.length);
    setCurrent(next);
    if (next === undefined) return;
    box.current
      ?.querySelectorAll('[data-line]')
      [matches[next]]?.scrollIntoView?.({ block: 'center' });
  };

  if (log.text.trim() === '') {
    return <Text as="p">{t('insight.log.empty')}</Text>;
  }
  return (
    <>
      <div className={styles.tools}>
        <SearchField
          size="small"
          className={styles.search}
          label={t('log.search')}
          placeholder={t('log.searchPlaceholder')}
          value={search}
          onChange={text => {
            setSearch(text);
            setCurrent(undefined);
          }}
          onSubmit={() => step(1)}
        />
        <Button
          size="small"
          variant="secondary"
          aria-label={t('log.previous')}
          iconStart={<RiArrowUpLine />}
          isDisabled={!matches.length}
          onPress={() => step(-1)}
        />
        <Button
          size="small"
          variant="secondary"
          aria-label={t('log.next')}
          iconStart={<RiArrowDownLine />}
          isDisabled={!matches.length}
          onPress={() => step(1)}
        />
        <span className={styles.note} role="status">
          {search.trim() !== '' &&
            (place === undefined
              ? t('log.matches', { count: matches.length })
              : t('log.matchOf', {
                  place: String(place + 1),
                  total: String(matches.length),
                }))}
        </span>
        <Select
          size="small"
          className={styles.choice}
          label={t('log.level')}
          options={LEVELS.map(value => ({
            value,
            label: t(`log.levels.${value}`),
          }))}
          value={level}
          onChange={key => setLevel(key as (typeof LEVELS)[number])}
        />
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiDownloadLine />}
          onPress={() => saveText(`${fileName(log.source)}.log`, log.text)}
        >
          {t('log.download')}
        </Button>
      </div>
      <p className={styles.note}>
        {t('insight.log.source', { source: log.source })}
        {' · '}
        {t('insight.log.lines', { count: lines.length })}
        {(log.truncated || lines.length === MOST_LINES) &&
          ` · ${t('insight.log.truncated')}`}
      </p>
      <ScrollRegion
        ref={box}
        className={styles.log}
        label={t('insight.log.title')}
        onScroll={({ currentTarget: it }) =>
          isFollowing &&
          onAtEnd(it.scrollHeight - it.scrollTop - it.clientHeight < 24)
        }
      >
        {lines.map((line, index) => (
          <div
            key={index}
            className={styles.line}
            data-line
            data-level={line.level}
            data-current={index === shown || undefined}
          >
            <Matches line={line.text} search={search} />
          </div>
        ))}
      </ScrollRegion>
    </>
  );
}

function Matches(props: { line: string; search: string }) {
  const parts = splitMatches(props.line, props.search);
  if (parts.length === 1) return <>{props.line || ' '}</>;
  return (
    <>
      {parts.map((part, index) =>
        index % 2 ? <mark key={index}>{part}</mark> : part,
      )}
    </>
  );
}

function fileName(source: string): string {
  return source.replace(/\.log$/, '').replace(/[^\w.-]+/g, '-') || 'job';
}
