import {
  readStatus,
  ServiceName,
  startEngines,
  StartOptions,
  testEngines,
  TestEngines,
} from '@datalark/local-engines';

/** As many verbs as are interrupted at once, and what else runs. */
const ROOM = { flinkConfiguration: { 'taskmanager.numberOfTaskSlots': '14' } };

/**
 * Engines that only these tests use, since they are killed. With
 * DATALARK_FAULTS_ENGINES, a folder, those that run there are used and left
 * running, unless others are asked for.
 */
export async function ownEngines(
  dir: string,
  services: ServiceName[],
  options?: Partial<StartOptions>,
): Promise<TestEngines> {
  const running = process.env.DATALARK_FAULTS_ENGINES;
  if (running && !options) {
    process.env.DATALARK_ENGINES_DIR = running;
    return testEngines(services);
  }
  const engines = await startEngines({
    dir,
    services,
    ...(options ?? ROOM),
  });
  if (engines.problems.length) {
    await engines.stop();
    throw new Error(JSON.stringify(engines.problems));
  }
  return {
    dir,
    endpoints: engines.endpoints,
    kill: name => engines.kill(name),
    restart: name => engines.restart(name),
    stop: () => engines.stop(),
  };
}

/** Stops or continues a process of an engine, as a paging or paused machine does. */
export function signalEngine(
  { dir }: TestEngines,
  service: ServiceName,
  process: string,
  signal: 'SIGSTOP' | 'SIGCONT',
): void {
  const processes = readStatus(dir)?.services[service]?.processes as
    | Record<string, { pid?: number }>
    | undefined;
  const pid = processes?.[process]?.pid;
  if (!pid) throw new Error(`${process} of ${dir} has no process.`);
  globalThis.process.kill(pid, signal);
}
