import { LoggerService } from '@backstage/backend-plugin-api';
import { Stores } from '../database/Stores';
import { LeasedLoop } from '../LeasedLoop';
import { AlertWatch } from './AlertWatch';
import { NoticeSender } from './NoticeSender';

const KEPT_MS = 30 * 86_400_000;
const FORGET_EVERY_MS = 3_600_000;

/** Looks for causes and sends notifications, on one replica at a time. */
export class NotificationLoop extends LeasedLoop {
  constructor(deps: {
    watch: AlertWatch;
    sender: NoticeSender;
    stores: Pick<Stores, 'leases' | 'notices'>;
    logger: LoggerService;
    owner: string;
    everyMs: number;
  }) {
    const { watch, sender, stores, logger, owner, everyMs } = deps;
    let forgotAt = 0;
    super({
      leases: stores.leases,
      lease: 'notifications',
      leaseMs: everyMs * 3 + 30_000,
      owner,
      restMs: () => everyMs,
      async turn(isMine) {
        if (!isMine) return;
        const now = Date.now();
        await watch.look(now);
        await sender.release(new Date(now).toISOString());
        await sender.send(now);
        if (now - forgotAt <= FORGET_EVERY_MS) return;
        forgotAt = now;
        await stores.notices.forget(new Date(now - KEPT_MS).toISOString());
      },
      failed(error) {
        logger.warn(`Notifications were not looked after: ${error}`);
      },
    });
  }
}
