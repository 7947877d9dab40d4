import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { dataLineageApiRef } from '../src/api/dataLineageApiRef';
import { bigGraph, FakeDataLineageApi, shopGraph } from '../src/testing';

const count = Number(new URLSearchParams(window.location.search).get('nodes'));

/** A back end in memory: `?nodes=10000` in the address makes a large graph. */
const client = ApiBlueprint.make({
  name: 'client',
  params: defineParams =>
    defineParams({
      api: dataLineageApiRef,
      deps: {},
      factory: () =>
        new FakeDataLineageApi(count > 0 ? bigGraph(count) : shopGraph()),
    }),
});

/** Takes the place of the plugin's client. */
export const fakeBackEnd = createFrontendModule({
  pluginId: 'data-lineage',
  extensions: [client],
});
