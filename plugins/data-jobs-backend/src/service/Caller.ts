import { Caller as AnyCaller } from '@datalark/backstage-plugin-data-entities-node';
import { Surface } from '@datalark/backstage-plugin-data-jobs-common';

/** Who asks, from where. */
export type Caller = AnyCaller<Surface>;
