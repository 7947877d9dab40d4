/**
 * Starts the worker that lays out. The name of this package and not a relative
 * path: only that survives publishing, see `exports` in package.json.
 */
export function createLayoutWorker(): Worker {
  return new Worker(
    new URL(
      '@datalark/backstage-plugin-data-lineage/layout.worker',
      import.meta.url,
    ),
  );
}
