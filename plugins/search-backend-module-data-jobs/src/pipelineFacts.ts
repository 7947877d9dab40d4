import { DefinitionFacts } from './definitionFacts';
import { withoutCredentials } from './withoutCredentials';

/** Tables and connectors of a Flink CDC pipeline, by the lines of its YAML. */
export function pipelineFacts(pipeline: string): DefinitionFacts {
  const values = (name: string) =>
    [
      ...pipeline.matchAll(
        new RegExp(`^\\s+(?:-\\s+)?${name}:\\s*(\\S.*?)\\s*$`, 'gm'),
      ),
    ].map(([, value]) => value.replace(/^['"]|['"]$/g, ''));
  return {
    text: withoutCredentials(pipeline),
    tables: [
      ...new Set(
        ['tables', 'source-table', 'sink-table'].flatMap(name =>
          values(name).flatMap(value => value.split(/\s*,\s*/)),
        ),
      ),
    ],
    connectors: [...new Set(values('type'))],
  };
}
