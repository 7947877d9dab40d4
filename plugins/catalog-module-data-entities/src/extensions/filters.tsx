import { CatalogFilterBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** `catalog-filter:catalog/data-job-engine`: the engine of jobs. */
export const engineFilter = CatalogFilterBlueprint.make({
  name: 'data-job-engine',
  params: {
    loader: async () => {
      const { SpecFieldFilter } = await import('../components/SpecFieldFilter');
      return <SpecFieldFilter field="engine" />;
    },
  },
});

/** `catalog-filter:catalog/data-source-environment`: the environment of data sources. */
export const environmentFilter = CatalogFilterBlueprint.make({
  name: 'data-source-environment',
  params: {
    loader: async () => {
      const { SpecFieldFilter } = await import('../components/SpecFieldFilter');
      return <SpecFieldFilter field="environment" />;
    },
  },
});
