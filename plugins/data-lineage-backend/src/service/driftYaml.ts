import {
  ColumnTransformation,
  Origin,
} from '@datalark/backstage-plugin-data-lineage-common';
import { stringify } from 'yaml';
import { ReadLink } from '../graph/EdgeReader';
import { ReadEdge } from '../graph/ReadEdge';
import { NodeFacts } from '../graph/NodeReader';

/** What one origin says of a job. */
export type JobLineage = {
  job: NodeFacts;
  origin: Origin;
  /** Nodes that the edges and links name, as far as they may be seen. */
  facts: ReadonlyMap<number, NodeFacts>;
  edges: readonly ReadEdge[];
  links: readonly ReadLink[];
  transformations: ReadonlyMap<number, ColumnTransformation[]>;
};

const pair = ({ namespace, name }: NodeFacts) => ({ namespace, name });

const reference = (facts: NodeFacts) =>
  facts.entityRef ? { ref: facts.entityRef } : pair(facts);

/** A Lineage entity that declares what an origin says of a job, as YAML. */
export function driftYaml(lineage: JobLineage): string {
  const { job, origin, edges, facts } = lineage;
  const inputs = edges
    .filter(({ to }) => to === job.key)
    .flatMap(({ from }) => facts.get(from) ?? []);
  const outputs = edges
    .filter(({ from }) => from === job.key)
    .flatMap(({ to }) => facts.get(to) ?? []);
  const all = [job, ...outputs, ...inputs];
  const owner = all.find(one => one.owner)?.owner ?? 'unknown';
  const system = all.find(one => one.system)?.system;
  const told = outputs.map(output => entryOf(output, inputs, lineage));
  return stringify(
    {
      apiVersion: 'datalark.io/v1alpha1',
      kind: 'Lineage',
      metadata: {
        name: entityName(job.name),
        title: `Lineage of ${job.title}`,
        description: `Accepted from what was ${origin}`,
      },
      spec: {
        type: 'job',
        lifecycle: 'production',
        owner,
        ...(system && { system }),
        origin: 'declared',
        status: 'proposed',
        job: reference(job),
        entries:
          told.length > 0
            ? told
            : [
                {
                  target: { ...pair(job), type: 'JOB' },
                  inputs: inputs.map(reference),
                },
              ],
      },
    },
    { lineWidth: 0 },
  );
}

function entryOf(
  output: NodeFacts,
  inputs: readonly NodeFacts[],
  { links, facts, transformations }: JobLineage,
) {
  const fields: Record<string, { inputs: object[] }> = {};
  const influences: object[] = [];
  for (const { from, to, transformation } of links) {
    const source = facts.get(from.node);
    if (to.node !== output.key || !source) continue;
    const input = {
      ...reference(source),
      field: from.column,
      transformations: transformations.get(transformation) ?? [],
    };
    if (to.column === undefined) influences.push(input);
    else {
      fields[to.column] ??= { inputs: [] };
      fields[to.column].inputs.push(input);
    }
  }
  return {
    target: reference(output),
    inputs: [...inputs.map(reference), ...influences],
    ...(Object.keys(fields).length > 0 && { fields }),
  };
}

/** A name that an entity may have. */
function entityName(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 54)
    .replace(/^-+|-+$/g, '');
  return `${slug || 'job'}-lineage`;
}
