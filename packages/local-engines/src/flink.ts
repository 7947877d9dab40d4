import type {
  EngineContext,
  EngineProcess,
  EngineService,
  EngineSettings,
} from './engineService';
import {
  flinkArtifacts,
  flinkCommand,
  flinkLogFile,
  prepareFlink,
} from './flinkCommand';
import { flinkDirs, taskSlots } from './flinkConfig';
import { getJson } from './httpProbe';
import { javaMarker } from './javaCommand';

function jobManager(context: EngineContext): EngineProcess {
  const { dir, ports } = context;
  return {
    name: 'jobmanager',
    title: 'JobManager',
    marker: javaMarker(dir),
    ports: [ports.flinkRest, ports.flinkRpc, ports.flinkBlob],
    logFiles: [flinkLogFile(dir, 'jobmanager')],
    readyWithinMs: 90_000,
    command: () =>
      flinkCommand(context, {
        name: 'jobmanager',
        heap: '320m',
        metaspace: '192m',
        mainClass:
          'org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint',
        args: ['--configDir', flinkDirs(dir).conf],
      }),
    async isReady() {
      const overview = await getJson(
        `http://127.0.0.1:${ports.flinkRest}/overview`,
      );
      return typeof overview['flink-version'] === 'string';
    },
  };
}

function taskManager(context: EngineContext): EngineProcess {
  const { dir, ports, settings } = context;
  // a new id per start: right after a kill the JobManager still lists the dead one, slots and all
  let resourceId = '';
  return {
    name: 'taskmanager',
    title: 'TaskManager',
    marker: javaMarker(dir),
    ports: [ports.taskManagerRpc, ports.taskManagerData],
    logFiles: [flinkLogFile(dir, 'taskmanager')],
    readyWithinMs: 120_000,
    command() {
      resourceId = `taskmanager-${Date.now().toString(36)}`;
      return flinkCommand(context, {
        name: 'taskmanager',
        heap: '512m',
        metaspace: '256m',
        mainClass: 'org.apache.flink.runtime.taskexecutor.TaskManagerRunner',
        args: [
          '--configDir',
          flinkDirs(dir).conf,
          '-D',
          `taskmanager.resource-id=${resourceId}`,
        ],
      });
    },
    async isReady() {
      const { taskmanagers } = await getJson(
        `http://127.0.0.1:${ports.flinkRest}/taskmanagers`,
      );
      return taskmanagers.some(
        (it: { id: string; slotsNumber: number }) =>
          it.id === resourceId && it.slotsNumber === taskSlots(settings),
      );
    },
  };
}

/** A Flink session cluster: JobManager and TaskManager. */
export function flink(settings: EngineSettings): EngineService {
  return {
    name: 'flink',
    version: settings.flinkVersion,
    needsJava: true,
    ...flinkArtifacts(settings),
    async prepare(context) {
      prepareFlink(context);
      return [jobManager(context), taskManager(context)];
    },
  };
}
