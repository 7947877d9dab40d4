import {
  EngineCall,
  ResolvedDefinition,
} from '@datalark/backstage-plugin-data-jobs-node';
import { SqlStatement } from '@datalark/flink-sql';
import { GatewaySession } from '../gateway/GatewaySession';
import { SqlGatewayClient } from '../gateway/SqlGatewayClient';
import { HttpAnswerError } from '../http/HttpAnswerError';
import { JarRules } from '../jar/jarRules';
import { composeInserts } from '../sql/composeInserts';
import { rootSentence } from '../sql/flinkCauses';
import { planScript } from '../sql/planScript';
import { isRefused } from '../sql/scriptPlan';
import { SessionCatalogs, rehearse } from '../sql/sessionCatalogs';
import { definitionField } from '../submit/definitionField';
import { definitionSettings } from '../submit/flinkSettings';
import { readExecutionPlan } from './executionPlan';
import { DeclaredTable, FlinkPlan } from './flinkPlan';

/** A plan, or why there is none. */
export type PlanReading = { plan: FlinkPlan } | { problem: string };

/**
 * Has Flink plan a script in a session that is thrown away; nothing runs and
 * nothing outside of the session changes.
 */
export async function readFlinkPlan(options: {
  definition: ResolvedDefinition;
  gateway: SqlGatewayClient;
  jars: JarRules;
  call: EngineCall;
}): Promise<PlanReading> {
  const { definition, gateway, jars, call } = options;
  const script = planScript(definitionField(definition, 'sql'), jars);
  if (isRefused(script)) {
    const wrong = script.problems.find(one => one.severity === 'error');
    return { problem: wrong?.message ?? 'The script is wrong.' };
  }
  if (script.compiledPlan) {
    return { problem: 'The script runs a compiled plan, which is not read.' };
  }
  const settings = definitionSettings(definition);
  const session = await gateway.openSession(settings, call);
  try {
    const catalogs = await SessionCatalogs.of(session, call);
    const tables: Record<string, DeclaredTable> = {};
    for (const { statement } of script.setup) {
      const rehearsal = rehearse(statement, catalogs);
      if ('skip' in rehearsal) return { problem: rehearsal.skip };
      await session.execute(rehearsal.text, call);
      catalogs.note(statement);
      const declared = await tableOf(session, statement, call);
      if (declared) tables[declared.name] = declared.table;
    }
    const { text } = composeInserts(script.inserts);
    const { rows } = await session.execute(
      `EXPLAIN JSON_EXECUTION_PLAN ${text.replace(/^EXECUTE /, '')}`,
      call,
    );
    const operators = readExecutionPlan(String(rows[0]?.[0] ?? ''));
    if (!operators) {
      return { problem: 'Flink showed no execution plan of it.' };
    }
    return { plan: { operators, tables, chaining: isChaining(settings) } };
  } catch (error) {
    if (!(error instanceof HttpAnswerError)) throw error;
    return {
      problem: rootSentence(error.details) ?? 'Flink does not say why.',
    };
  } finally {
    await session.close();
  }
}

async function tableOf(
  session: GatewaySession,
  { kind, object, asQuery, text }: SqlStatement,
  call: EngineCall,
): Promise<{ name: string; table: DeclaredTable } | undefined> {
  if (kind !== 'create' || object !== 'table' || asQuery) return undefined;
  const path =
    /^[\s\S]*?\bTABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?((?:`(?:[^`]|``)+`|[\w$]+)(?:\s*\.\s*(?:`(?:[^`]|``)+`|[\w$]+))*)/i.exec(
      text,
    )?.[1];
  if (!path) return undefined;
  const { rows } = await session.execute(`DESCRIBE ${path}`, call);
  const name = path.split('.').at(-1)!.trim().replace(/^`|`$/g, '');
  const options = /\bWITH\s*(\([\s\S]*\))/i.exec(text)?.[1] ?? '';
  return {
    name: name.toLowerCase(),
    table: {
      connector: /'connector'\s*=\s*'([^']*)'/i.exec(options)?.[1],
      options: options.replace(/\s+/g, ''),
      columns: Object.fromEntries(
        rows.map(row => [String(row[0]), String(row[1])]),
      ),
    },
  };
}

function isChaining(settings: Record<string, string>): boolean {
  return ![
    'pipeline.operator-chaining.enabled',
    'pipeline.operator-chaining',
  ].some(key => settings[key] === 'false');
}
