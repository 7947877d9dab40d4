import { EngineCall } from '@datalark/backstage-plugin-data-jobs-node';
import { JobManagerClient } from '../rest/JobManagerClient';

/** Settings that jobs inherit; others hold addresses, folders and passwords. */
const INHERITED =
  /^(execution\.checkpointing\.|state\.backend|state\.(checkpoints|savepoints)\.|restart-strategy|parallelism\.default$|pipeline\.|table\.|taskmanager\.numberOfTaskSlots$)/;
const SECRET = /password|secret|token|credential|access[-.]?key/i;

/** What the cluster's configuration gives every job that says nothing else. */
export async function clusterSettings(
  jobManager: JobManagerClient,
  { signal }: EngineCall,
): Promise<Record<string, string>> {
  const entries = await jobManager.send<
    Array<{ key?: string; value?: string }>
  >({ path: '/jobmanager/config', signal });
  return Object.fromEntries(
    (Array.isArray(entries) ? entries : []).flatMap(({ key, value }) =>
      key && value !== undefined && INHERITED.test(key) && !SECRET.test(key)
        ? [[key, String(value)]]
        : [],
    ),
  );
}
