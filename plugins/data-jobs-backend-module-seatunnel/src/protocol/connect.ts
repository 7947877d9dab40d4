import { EngineUnavailableError } from '@datalark/backstage-plugin-data-jobs-node';
import { ZetaHttp } from '../http/ZetaHttp';
import { RestV1 } from './RestV1';
import { RestV2 } from './RestV2';
import { OverviewAnswer, ZetaProtocol } from './ZetaProtocol';

/** A protocol that a server was found to speak. */
export type ZetaConnection = {
  protocol: ZetaProtocol;
  overview: OverviewAnswer;
};

class NotReadyError extends EngineUnavailableError {}

/**
 * Asks a server which interface it has: the one it had before, else v2 and
 * then v1. Rejects when none answers, and when no worker has joined yet: until
 * then its lists of jobs are not complete.
 */
export async function connect(
  http: ZetaHttp,
  options: { restApi: 'auto' | 'v1' | 'v2'; before?: 'v1' | 'v2' },
  signal: AbortSignal,
): Promise<ZetaConnection> {
  const { restApi, before } = options;
  const protocols = [new RestV2(http), new RestV1(http)]
    .filter(({ name }) => restApi === 'auto' || restApi === name)
    .sort((a, b) => Number(b.name === before) - Number(a.name === before));
  let failure: unknown;
  for (const protocol of protocols) {
    try {
      const overview = await protocol.overview(signal);
      if (overview.workers >= 1) return { protocol, overview };
      throw new NotReadyError(
        `SeaTunnel at ${http.address} answers, but no worker has joined it yet.`,
      );
    } catch (error) {
      if (signal.aborted || error instanceof NotReadyError) throw error;
      failure ??= error;
    }
  }
  throw failure;
}
