import { Stores } from '../database/Stores';

const WRITES = new Set([
  'save',
  'finish',
  'update',
  'observe',
  'record',
  'delete',
  'dropCheckpoints',
]);

/** What a process that dies can no longer do. */
const LAST_WILL = new Set(['release', 'renew']);

/**
 * Stores of a process that dies at its nth write: before it reaches the
 * database, or right after. From then on nothing works any more.
 */
export function crashingStores(
  stores: Stores,
  nth: number,
  when: 'before' | 'after',
): { stores: Stores; crashed: () => boolean } {
  let writes = 0;
  let dead = false;
  const die = () => {
    dead = true;
    throw new Error('crash');
  };
  const wrap = <T extends object>(store: T): T =>
    new Proxy(store, {
      get(target, key) {
        const method = Reflect.get(target, key);
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]) => {
          if (dead) throw new Error('crashed');
          const name = String(key);
          if (LAST_WILL.has(name)) return true;
          const isWrite = WRITES.has(name);
          if (isWrite) writes += 1;
          const isNow = isWrite && writes === nth;
          if (isNow && when === 'before') die();
          const result = await method.apply(target, args);
          if (isNow) die();
          return result;
        };
      },
    });
  return {
    crashed: () => dead,
    stores: {
      ...stores,
      jobs: wrap(stores.jobs),
      deployments: wrap(stores.deployments),
      runs: wrap(stores.runs),
      operations: wrap(stores.operations),
      snapshots: wrap(stores.snapshots),
    },
  };
}
