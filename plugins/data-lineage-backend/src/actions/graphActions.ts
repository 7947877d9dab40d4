import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  answer,
  looseList,
  looseNumber,
  READS,
  strictInput,
  Z,
} from '@datalark/backstage-plugin-data-entities-node';
import { ORIGINS } from '@datalark/backstage-plugin-data-lineage-common';
import { LineageServices } from './LineageServices';
import { asOfTime, nodeName, walkDepth } from './nodeInput';
import { actionCaller, namedNode, namedNodes } from './namedNodes';

const WAYS = [
  {
    name: 'upstream',
    title: 'Where data comes from',
    direction: 'upstream',
    what: 'what a dataset, a column or a job gets its data from, through which jobs',
  },
  {
    name: 'downstream',
    title: 'Where data goes',
    direction: 'downstream',
    what: 'who reads a dataset or a column, or what a job feeds, through which jobs',
  },
] as const;

const GRAPH = `The graph has nodes (datasets and jobs, with owner, system and entityRef), edges (from, to, origins: declared by somebody, inferred from a definition, observed in a run) and columnLinks (from, to, job, transformations; subtype says what happens, such as IDENTITY, AGGREGATION, FILTER). Nodes with hidden: true exist and may not be seen by you.`;

const graphOutput = (z: Z) =>
  z.object({ graph: answer(z, 'Part of the lineage graph') });

/** Actions that look at the graph. */
export function registerGraphActions(
  registry: ActionsRegistryService,
  services: LineageServices,
): void {
  const { graph, search } = services;

  for (const { name, title, direction, what } of WAYS) {
    registry.register({
      name,
      title,
      description: `Tells ${what}. With column, the whole path of that one column.
${GRAPH}`,
      attributes: READS,
      schema: {
        input: z =>
          strictInput(z, {
            of: nodeName(z),
            column: z
              .string()
              .describe('Only this column of the dataset')
              .optional(),
            depth: walkDepth(z, '2, for a column all the way'),
            level: z
              .enum(['table', 'column'])
              .describe('column: with the links between columns; default table')
              .optional(),
            origins: looseList(z, z.enum([...ORIGINS] as [any, ...any[]]))
              .describe('Only lineage of these origins; default all')
              .optional(),
            asOf: asOfTime(z),
          }),
        output: graphOutput,
      },
      action: async ({ input, credentials }) => {
        const caller = actionCaller(credentials);
        const { of, column, level, ...rest } = input;
        if (column !== undefined) {
          const node = await namedNode(services, caller, of);
          const query = { ...rest, direction, node, column };
          return { output: { graph: await graph.column(caller, query) } };
        }
        const nodes = await namedNodes(services, caller, of);
        const query = { ...rest, direction, level, nodes };
        return { output: { graph: await graph.graph(caller, query) } };
      },
    });
  }

  registry.register({
    name: 'path',
    title: 'How data gets from one place to another',
    description: `Finds the shortest ways along the flow of data from one dataset or job to another; no nodes when there is none.
${GRAPH}`,
    attributes: READS,
    schema: {
      input: z =>
        strictInput(z, {
          from: nodeName(z),
          to: nodeName(z),
          asOf: asOfTime(z),
        }),
      output: graphOutput,
    },
    action: async ({ input, credentials }) => {
      const caller = actionCaller(credentials);
      const [from, to] = await Promise.all([
        namedNode(services, caller, input.from),
        namedNode(services, caller, input.to),
      ]);
      return {
        output: {
          graph: await graph.path(caller, { from, to, asOf: input.asOf }),
        },
      };
    },
  });

  registry.register({
    name: 'column-history',
    title: 'How a column came to be what it is',
    description: `Compares how a column of a dataset is made at two times: links between columns carry change (added, removed, kept). Use it to find out when and by which job a column began to be made otherwise.
${GRAPH}`,
    attributes: READS,
    schema: {
      input: z =>
        strictInput(z, {
          of: nodeName(z),
          column: z.string().min(1),
          from: z.string().describe('ISO 8601, the earlier time'),
          to: z.string().describe('ISO 8601; default now').optional(),
          depth: walkDepth(z, '2'),
        }),
      output: graphOutput,
    },
    action: async ({ input, credentials }) => {
      const caller = actionCaller(credentials);
      const node = await namedNode(services, caller, input.of);
      const found = await graph.diff(caller, {
        nodes: [node],
        direction: 'upstream',
        level: 'column',
        depth: input.depth,
        from: input.from,
        to: input.to ?? new Date().toISOString(),
      });
      const isOfColumn = (end: { node: string; column?: string }) =>
        found.roots.includes(end.node) &&
        (end.column === undefined || end.column === input.column);
      return {
        output: {
          graph: {
            ...found,
            columnLinks: found.columnLinks?.filter(({ to }) => isOfColumn(to)),
          },
        },
      };
    },
  });

  registry.register({
    name: 'search',
    title: 'Search datasets, columns and jobs',
    description: `Finds datasets, jobs and columns in the lineage graph by a part of their name or title. Use the id of a node with the other actions.`,
    attributes: READS,
    schema: {
      input: z =>
        strictInput(z, {
          text: z
            .string()
            .describe('Part of a name, title or column')
            .optional(),
          type: z.enum(['dataset', 'job', 'column']).optional(),
          owner: z.string().describe('Entity ref of the owner').optional(),
          system: z.string().describe('Entity ref of the system').optional(),
          limit: looseNumber(z, z.number().int().min(1).max(200))
            .describe('Default 25')
            .optional(),
          cursor: z
            .string()
            .describe('nextCursor of the page before')
            .optional(),
        }),
      output: z =>
        z.object({
          items: z.array(answer(z, 'A node, and the column that matched')),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => ({
      output: await search.search(actionCaller(credentials), input),
    }),
  });
}
