// Loaded into the portal that is measured: answers every message with its memory after a collection.
process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage());
});
