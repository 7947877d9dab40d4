/** Takes the place of `src/createLayoutWorker` in the playground, whose bundler makes no workers. */
export function createLayoutWorker(): Worker {
  return new Worker('/layout.worker.js');
}
