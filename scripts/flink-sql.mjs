// `npm run -s flink-sql -- lineage|check|split FILE…`: Flink SQL on the command line, nothing to install.
import { fileURLToPath } from 'node:url';
import { ensureNode } from './bootstrap/node.mjs';
import { canRunSources } from './bootstrap/runSources.mjs';
import { readFlinkSqlOptions } from './cli/flinkSqlOptions.mjs';

const options = readFlinkSqlOptions(process.argv.slice(2));
await ensureNode(fileURLToPath(import.meta.url), canRunSources);
const { runFlinkSql } = await import('./cli/flinkSql.mjs');
process.exitCode = await runFlinkSql(options);
