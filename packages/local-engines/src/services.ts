import type { EngineService, EngineSettings } from './engineService';
import { flink } from './flink';
import { historyServer } from './historyServer';
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
    default:
      throw new Error(`There is no service called "${name}".`);
  }
}
