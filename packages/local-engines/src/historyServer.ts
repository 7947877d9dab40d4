import type { EngineService, EngineSettings } from './engineService';
import {
  flinkArtifacts,
  flinkCommand,
  flinkLogFile,
  prepareFlink,
} from './flinkCommand';
import { flinkDirs } from './flinkConfig';
import { getJson } from './httpProbe';
import { javaMarker } from './javaCommand';

/** Flink's history server: finished jobs stay readable after a restart of the JobManager. */
export function historyServer(settings: EngineSettings): EngineService {
  return {
    name: 'flink-history',
    version: settings.flinkVersion,
    needsJava: true,
    ...flinkArtifacts(settings),
    async prepare(context) {
      prepareFlink(context);
      const { dir, ports } = context;
      return [
        {
          name: 'flink-history',
          title: 'History server',
          marker: javaMarker(dir),
          ports: [ports.flinkHistory],
          logFiles: [flinkLogFile(dir, 'flink-history')],
          readyWithinMs: 120_000,
          command: () =>
            flinkCommand(context, {
              name: 'flink-history',
              heap: '128m',
              metaspace: '128m',
              mainClass:
                'org.apache.flink.runtime.webmonitor.history.HistoryServer',
              args: ['--configDir', flinkDirs(dir).conf],
            }),
          async isReady() {
            const config = await getJson(
              `http://127.0.0.1:${ports.flinkHistory}/config`,
            );
            return typeof config['flink-version'] === 'string';
          },
        },
      ];
    },
  };
}
