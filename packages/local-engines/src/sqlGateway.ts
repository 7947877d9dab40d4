import type { EngineService, EngineSettings } from './engineService';
import {
  flinkArtifacts,
  flinkCommand,
  flinkLogFile,
  prepareFlink,
} from './flinkCommand';
import { getJson } from './httpProbe';
import { javaMarker } from './javaCommand';

/** Flink's SQL Gateway; submits to the session cluster of the same set. */
export function sqlGateway(settings: EngineSettings): EngineService {
  return {
    name: 'sql-gateway',
    version: settings.flinkVersion,
    needsJava: true,
    ...flinkArtifacts(settings),
    async prepare(context) {
      prepareFlink(context);
      const { dir, ports } = context;
      return [
        {
          name: 'sql-gateway',
          title: 'SQL Gateway',
          marker: javaMarker(dir),
          ports: [ports.sqlGateway],
          logFiles: [flinkLogFile(dir, 'sql-gateway')],
          readyWithinMs: 90_000,
          command: () =>
            flinkCommand(context, {
              name: 'sql-gateway',
              heap: '384m',
              metaspace: '320m',
              mainClass: 'org.apache.flink.table.gateway.SqlGateway',
            }),
          async isReady() {
            // any version of the REST API has /info
            const info = await getJson(
              `http://127.0.0.1:${ports.sqlGateway}/info`,
            );
            return info.productName === 'Apache Flink';
          },
        },
      ];
    },
  };
}
