// `npm run -s seatunnel-config -- lineage|check FILE…`: SeaTunnel jobs on the command line, nothing to install.
import { fileURLToPath } from 'node:url';
import { ensureNode } from './bootstrap/node.mjs';
import { canRunSources } from './bootstrap/runSources.mjs';
import { readSeatunnelConfigOptions } from './cli/seatunnelConfigOptions.mjs';

const options = readSeatunnelConfigOptions(process.argv.slice(2));
await ensureNode(fileURLToPath(import.meta.url), canRunSources);
const { runSeatunnelConfig } = await import('./cli/seatunnelConfig.mjs');
process.exitCode = await runSeatunnelConfig(options);
