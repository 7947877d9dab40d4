import { Caller as AnyCaller } from '@datalark/backstage-plugin-data-entities-node';

/** Who asks, from where. */
export type Caller = AnyCaller<'page' | 'api' | 'action'>;
