import type { EngineService, EngineSettings } from './engineService';
import { flink } from './flink';
import { historyServer } from './historyServer';
import { kafka } from './kafka';
import { postgres } from './postgres';
import { seatunnel } from './seatunnel';
import type { ServiceName } from './serviceNames';
import { sqlGateway } from './sqlGateway';

/** The definition of a service. */
export function engineService(
  name: ServiceName,
  settings: EngineSettings,
): EngineService {
  switch (name) {
    case 'flink':
      return flink(settings);
    case 'sql-gateway':
      return sqlGateway(settings);
    case 'flink-history':
      return historyServer(settings);
    case 'seatunnel':
      return seatunnel();
    case 'kafka':
      return kafka();
    default:
      return postgres();
  }
}
