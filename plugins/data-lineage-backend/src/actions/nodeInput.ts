import { looseNumber, Z } from '@datalark/backstage-plugin-data-entities-node';

/** What the question is about. */
export const nodeName = (z: Z) =>
  z
    .string()
    .min(1)
    .describe(
      'A dataset or job: an entity ref such as "dataset:default/orders" or "datajob:default/orders-per-minute", or a node id from another answer such as "dataset:kafka%3A%2F%2Fbroker%3A9092:orders"',
    );

/** The time that an answer holds for. */
export const asOfTime = (z: Z) =>
  z
    .string()
    .describe('ISO 8601 time that the answer shall hold for; default now')
    .optional();

/** How far to walk. */
export const walkDepth = (z: Z, fallback: string) =>
  looseNumber(z, z.number().int().min(1).max(40))
    .describe(
      `Steps from dataset to job or job to dataset; default ${fallback}`,
    )
    .optional();
