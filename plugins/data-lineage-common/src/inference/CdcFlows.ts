import type {
  KnownTable,
  StatementLineage,
  TablePath,
  TextSpan,
} from '@datalark/flink-sql';
import { lineageOf, tableName } from '@datalark/flink-sql';
import { LineageProblem } from '../ChangePreview';
import { CdcBlock, cdcOption } from './cdcTables';
import { datasetsOfTable, pairOf } from './flinkDatasets';
import type { InferenceRequest } from './InferenceRequest';

/** Spans of SQL that nobody has written lead nowhere. */
const NOWHERE: TextSpan = {
  start: 0,
  end: 0,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
};

/** The statements that say in SQL what a pipeline does. */
export class CdcFlows {
  readonly statements: StatementLineage[] = [];
  readonly problems: LineageProblem[] = [];
  readonly fromCatalog = new Set<string>();
  readonly #tables = new Map<string, KnownTable>();

  constructor(private readonly request: InferenceRequest) {}

  get tables(): KnownTable[] {
    return [...this.#tables.values()];
  }

  /** With the columns that the catalog has of it. */
  known(table: KnownTable): KnownTable {
    const { job, columnsOf } = this.request;
    const [dataset] = datasetsOfTable(table, job);
    const columns = columnsOf?.(pairOf(dataset));
    if (!columns) return table;
    this.fromCatalog.add(tableName(table.path));
    return { ...table, columns: [...columns] };
  }

  copy(from: KnownTable, to: KnownTable, rules: readonly CdcBlock[]): void {
    for (const rule of rules.length > 0 ? rules : [{}]) {
      const projection = cdcOption(rule, 'projection')?.replace(/\\\*/g, '*');
      const filter = cdcOption(rule, 'filter');
      const where = filter ? ` WHERE ${filter}` : '';
      const { statements, problems } = lineageOf(
        `CREATE TABLE ${quoted(to.path)} AS SELECT ${
          projection || '*'
        } FROM ${quoted(from.path)}${where}`,
        { tables: [from] },
      );
      this.statements.push(...statements);
      if (!from.columns && projection === undefined) continue;
      for (const { severity, message } of problems) {
        this.problems.push({
          severity: severity === 'error' ? 'warning' : severity,
          message: `transform of ${cdcOption(
            rule,
            'source-table',
          )}: ${message}`,
        });
      }
    }
    this.#tables.set(tableName(from.path), from);
    this.#tables.set(tableName(to.path), to);
  }

  /** Something that nobody can name comes into it. */
  write(to: KnownTable): void {
    this.#tables.set(tableName(to.path), to);
    this.statements.push({
      index: 1,
      kind: 'insert',
      span: NOWHERE,
      inputs: [],
      outputs: [to.path],
      edges: [],
      wholeCopies: [],
    });
  }
}

function quoted({ catalog, database, table }: TablePath): string {
  return [catalog, database, table]
    .map(name => `\`${name.replace(/`/g, '``')}\``)
    .join('.');
}
