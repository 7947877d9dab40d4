import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { dataEntityPresentationApi } from '../dataEntityPresentationApi';

/** Replaces `api:catalog/entity-presentation` by the same with the icons of the data kinds. */
export const entityPresentationApi = ApiBlueprint.make({
  name: 'entity-presentation',
  params: defineParams =>
    defineParams({
      api: entityPresentationApiRef,
      deps: { catalogApi: catalogApiRef },
      factory: dataEntityPresentationApi,
    }),
});
