import { createApiFactory } from '@backstage/core-plugin-api';
import { catalogGraphApiRef } from '@backstage/plugin-catalog-graph';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogGraphApi } from '../catalogGraphApi';
import { dataEntityPresentationApi } from '../dataEntityPresentationApi';

/**
 * For the `apis` of the app: entities with the icons of the data kinds.
 *
 * @public
 */
export const dataEntityPresentationApiFactory = createApiFactory({
  api: entityPresentationApiRef,
  deps: { catalogApi: catalogApiRef },
  factory: dataEntityPresentationApi,
});

/**
 * For the `apis` of the app: the catalog graph with the relations of the data kinds.
 *
 * @public
 */
export const dataCatalogGraphApiFactory = createApiFactory({
  api: catalogGraphApiRef,
  deps: {},
  factory: catalogGraphApi,
});
