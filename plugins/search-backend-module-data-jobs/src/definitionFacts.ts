import { pipelineFacts } from './pipelineFacts';
import { seaTunnelFacts } from './seaTunnelFacts';
import { sqlFacts } from './sqlFacts';
import { isCredential, withoutCredentials } from './withoutCredentials';

/** What a definition can be found by. Credentials are in none of it. */
export type DefinitionFacts = {
  text: string;
  /** Tables, topics, paths; each once, as written. */
  tables: string[];
  connectors: string[];
};

/** Reads the definition of a job of any type. */
export function definitionFacts(
  type: string,
  definition: unknown,
): DefinitionFacts {
  const fields = (definition ?? {}) as Record<string, unknown>;
  switch (type) {
    case 'flink-sql':
      return sqlFacts(String(fields.sql ?? ''));
    case 'seatunnel':
      return seaTunnelFacts(fields.config, fields.format);
    case 'flink-cdc':
      return pipelineFacts(String(fields.pipeline ?? ''));
    case 'flink-jar':
      return {
        text: [fields.jar, fields.mainClass, ...harmlessArguments(fields.args)]
          .filter(Boolean)
          .map(part => withoutCredentials(String(part)))
          .join('\n'),
        tables: [],
        connectors: [],
      };
    default:
      return { text: '', tables: [], connectors: [] };
  }
}

/** Leaves out `--password`, `--password=x` and what follows it. */
function harmlessArguments(value: unknown): string[] {
  const args = Array.isArray(value) ? value.map(String) : [];
  return args.filter((arg, index) => {
    const before = args[index - 1] ?? '';
    const belongs = /^-/.test(before) && !before.includes('=');
    return (
      !isCredential(arg.split('=')[0]) && !(belongs && isCredential(before))
    );
  });
}
