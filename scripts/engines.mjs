// The command line of packages/local-engines: npm run engines -- up | status | stop | restart | env
import '../packages/local-engines/bin/datalark-engines.mjs';
