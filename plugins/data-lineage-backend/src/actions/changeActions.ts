import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import {
  answer,
  looseList,
  looseNumber,
  looseObject,
  READS,
  strictInput,
} from '@datalark/backstage-plugin-data-entities-node';
import {
  changeMarkdown,
  DriftKind,
} from '@datalark/backstage-plugin-data-lineage-common';
import { LineageServices } from './LineageServices';
import { actionCaller } from './namedNodes';

const DRIFT_KINDS = [
  'declared-not-observed',
  'observed-not-declared',
  'inferred-not-observed',
  'observed-not-inferred',
] as const satisfies readonly DriftKind[];

/** Actions about changes: those that somebody plans, and those that nobody declared. */
export function registerChangeActions(
  registry: ActionsRegistryService,
  { preview, drift }: LineageServices,
): void {
  registry.register({
    name: 'preview-change',
    title: 'Preview what a change of a job does to lineage',
    description: `Tells what a definition (Flink SQL, SeaTunnel) would read and write before anything runs: column flows that appear (added) and vanish (removed) against the job's present definition, what depends on them (impact, by owner), what was not understood (problems, with line and column), and whether a rule asks for somebody's review. markdown is the same for the comment on a pull request.
Leave entityRef out for a new job.`,
    attributes: READS,
    schema: {
      input: z =>
        strictInput(z, {
          entityRef: z
            .string()
            .describe(
              'The DataJob that would change, such as datajob:default/orders',
            )
            .optional(),
          type: z.string().describe('spec.type: flink-sql, seatunnel, …'),
          definition: looseObject(z).describe(
            'spec.definition: {"sql": …} for flink-sql, {"config": …} for seatunnel',
          ),
          variables: looseObject(z)
            .describe(
              'Values of ${NAME} in the definition, over those of the job and the portal',
            )
            .optional(),
          title: z.string().describe('Heading of the markdown').optional(),
        }),
      output: z =>
        z.object({
          preview: answer(z, 'What would change'),
          markdown: z.string().describe('GitHub-style markdown'),
          reviewRequired: z.boolean(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { entityRef, type, definition, variables, title } = input;
      const found = await preview.preview(actionCaller(credentials), {
        entityRef: entityRef && jobRefOf(entityRef),
        definition: { ...definition, type },
        variables:
          variables &&
          Object.fromEntries(
            Object.entries(variables).map(([name, value]) => [
              name,
              String(value),
            ]),
          ),
      });
      return {
        output: {
          preview: found,
          markdown: changeMarkdown(found, {
            title: title ?? `Lineage of ${entityRef ?? 'a new job'}`,
          }),
          reviewRequired: found.review.required,
        },
      };
    },
  });

  registry.register({
    name: 'drift',
    title: 'Where lineage disagrees',
    description: `Lists where declared, inferred and observed lineage disagree: declared but never seen in a run, seen but not declared, inferred otherwise than seen. Each item tells the edge, its owner and since when.`,
    attributes: READS,
    schema: {
      input: z =>
        strictInput(z, {
          entityRef: z
            .string()
            .describe('Only drift at this entity')
            .optional(),
          kinds: looseList(z, z.enum(DRIFT_KINDS)).optional(),
          owner: z.string().describe('Entity ref of an owner').optional(),
          limit: looseNumber(z, z.number().int().min(1).max(200)).optional(),
          cursor: z
            .string()
            .describe('nextCursor of the page before')
            .optional(),
        }),
      output: z =>
        z.object({
          items: z.array(answer(z, 'A disagreement')),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => ({
      output: await drift.list(actionCaller(credentials), input),
    }),
  });
}

function jobRefOf(name: string): string {
  return stringifyEntityRef(
    parseEntityRef(name, {
      defaultKind: 'DataJob',
      defaultNamespace: 'default',
    }),
  );
}
