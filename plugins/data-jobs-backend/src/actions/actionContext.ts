import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { jobRef } from '../definition/jobOwner';
import { Caller } from '../service/Caller';

/** Who runs an action. */
export function actionCaller(credentials: BackstageCredentials): Caller {
  return { credentials, surface: 'action' };
}

/** A job as people and agents name it: `orders`, `shop/orders`, `datajob:shop/orders`. */
export function namedJob(name: string): string {
  const ref = parseEntityRef(name, {
    defaultKind: 'DataJob',
    defaultNamespace: 'default',
  });
  if (ref.kind.toLowerCase() !== 'datajob') {
    throw new InputError(
      `entityRef: ${name} is a ${ref.kind}, and a DataJob is needed, such as datajob:default/orders.`,
    );
  }
  return jobRef(ref.namespace, ref.name);
}
