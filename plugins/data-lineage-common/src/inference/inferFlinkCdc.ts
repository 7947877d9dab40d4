import { LineCounter, parseDocument } from 'yaml';
import { LineageProblem } from '../ChangePreview';
import { cdcSink, cdcSource } from './cdcDatasets';
import { CdcFlows } from './CdcFlows';
import {
  CdcBlock,
  cdcList,
  cdcMatches,
  cdcName,
  cdcOption,
  CdcTable,
  cdcTableOf,
} from './cdcTables';
import { filledText } from './filledText';
import { flinkJobEvent } from './flinkJobEvent';
import type { Inference, InferenceRequest } from './InferenceRequest';

const isBlock = (value: unknown): value is CdcBlock =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const blocks = (value: unknown): CdcBlock[] =>
  Array.isArray(value) ? value.filter(isBlock) : [];

/**
 * What a pipeline of Flink CDC copies: from each table that `source.tables` names
 * through `transform` to where `route` leads. Which tables a pattern means is only
 * known when it runs: they are left out, and named among the problems.
 */
export function inferFlinkCdc(request: InferenceRequest): Inference {
  const { pipeline } = request.definition;
  const { text } = filledText(
    typeof pipeline === 'string' ? pipeline : '',
    request.variables ?? {},
  );
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems: LineageProblem[] = document.errors.map(
    ({ message, pos: [start] }) => {
      const { line, col: column } = lines.linePos(start);
      const place = { line, column };
      return {
        severity: 'error',
        message: `The pipeline is no YAML: ${message.split('\n')[0]}`,
        span: { start: place, end: place },
      };
    },
  );
  if (problems.length > 0) return { problems };
  const root: unknown = document.toJS();
  const source = isBlock(root) && root.source;
  const sink = isBlock(root) && root.sink;
  if (!isBlock(root) || !isBlock(source) || !isBlock(sink)) {
    return {
      problems: [
        {
          severity: 'error',
          message: 'A pipeline has a source and a sink, each with its type.',
        },
      ],
    };
  }
  const selectors = cdcList(cdcOption(source, 'tables') ?? '');
  const patterns = selectors.filter(one => !cdcTableOf(one));
  const tables = selectors.flatMap(one => cdcTableOf(one) ?? []);
  const flows = new CdcFlows(request);
  for (const table of tables) {
    const read = flows.known(cdcSource(source, table));
    for (const target of targetsOf(blocks(root.route), table)) {
      flows.copy(
        read,
        cdcSink(sink, target),
        blocks(root.transform).filter(rule => applies(rule, table)),
      );
    }
  }
  // Wherever a pattern is routed to one table, that one is known.
  for (const route of patterns.length > 0 ? blocks(root.route) : []) {
    const target = cdcTableOf(cdcOption(route, 'sink-table') ?? '');
    if (target) flows.write(cdcSink(sink, target));
  }
  const unknown = patterns.length > 0 ? patterns : ['what source.tables tells'];
  return {
    event: flinkJobEvent(request, {
      statements: flows.statements,
      tables: flows.tables,
      fromCatalog: flows.fromCatalog,
      hasSession: false,
      isPartial: patterns.length > 0 || tables.length === 0,
    }),
    problems: [
      ...(patterns.length > 0 || tables.length === 0
        ? [
            {
              severity: 'warning' as const,
              message: `Which tables are read by ${unknown.join(
                ', ',
              )} is only known when it runs: name them for lineage before that.`,
            },
          ]
        : []),
      ...flows.problems,
    ],
  };
}

function applies(rule: CdcBlock, table: CdcTable): boolean {
  return cdcMatches(cdcOption(rule, 'source-table') ?? '', table);
}

/** Where routes lead a table; without one it keeps its name. */
function targetsOf(routes: readonly CdcBlock[], table: CdcTable): CdcTable[] {
  const found = routes
    .filter(route => applies(route, table))
    .flatMap(route => {
      const symbol = cdcOption(route, 'replace-symbol');
      const written = cdcOption(route, 'sink-table') ?? '';
      const name = symbol ? written.split(symbol).join(table.table) : written;
      return cdcTableOf(name) ?? [];
    });
  return found.length > 0
    ? [...new Map(found.map(one => [cdcName(one), one])).values()]
    : [table];
}
