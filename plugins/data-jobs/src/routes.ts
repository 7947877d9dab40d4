import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/** The list of jobs. */
export const jobsRouteRef = createRouteRef();

/** The engines. */
export const enginesRouteRef = createRouteRef();

/** The job tab of an entity. */
export const jobTabRouteRef = createRouteRef();

/** Where pipelines are made: the scaffolder, unless bound otherwise. */
export const createPipelineRouteRef = createExternalRouteRef({
  defaultTarget: 'scaffolder.root',
});
