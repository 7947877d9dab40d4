import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { dataLineageApiRef } from '../src/api/dataLineageApiRef';
import { bigGraph, FakeDataLineageApi, shopGraph } from '../src/testing';

const count = Number(new URLSearchParams(window.location.search).get('nodes'));

/** Takes the place of `src/extensions/apis` in the playground: `?nodes=10000` makes a large graph. */
export const dataLineageApi = ApiBlueprint.make({
  name: 'client',
  params: defineParams =>
    defineParams({
      api: dataLineageApiRef,
      deps: {},
      factory: () =>
        new FakeDataLineageApi(count > 0 ? bigGraph(count) : shopGraph()),
    }),
});
