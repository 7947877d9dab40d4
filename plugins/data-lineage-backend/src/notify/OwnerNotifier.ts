import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { InputError, toError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import {
  ImpactNotice,
  ImpactQuery,
  ImpactReport,
  lineageNotifyPermission,
} from '@datalark/backstage-plugin-data-lineage-common';
import { Authorizer } from '../service/Authorizer';
import { Caller, nameOf } from '../service/Caller';
import { impactNotice } from './impactNotice';

const LONGEST_MESSAGE = 4_000;
const MOST_OWNERS = 200;

/** Writes to the owners of what depends on something. */
export class OwnerNotifier {
  constructor(
    private readonly deps: {
      notifications: NotificationService;
      auditor: AuditorService;
      logger: LoggerService;
      authorizer: Authorizer;
      impact(caller: Caller, query: ImpactQuery): Promise<ImpactReport>;
    },
  ) {}

  /**
   * One notification for each owner, about what is his. Rejects when nobody could
   * be told; owners that could not be are left out of the answer and logged.
   */
  async notify(
    caller: Caller,
    { message, ...query }: ImpactQuery & { message: string },
  ): Promise<ImpactNotice> {
    const { authorizer, auditor, impact } = this.deps;
    const text = message.trim();
    if (!text || text.length > LONGEST_MESSAGE) {
      throw new InputError(
        `message: write 1 to ${LONGEST_MESSAGE} characters for the owners.`,
      );
    }
    await authorizer.require(caller, lineageNotifyPermission);
    const report = await impact(caller, query);
    const event = await auditor.createEvent({
      eventId: 'owners-notify',
      request: caller.request,
      severityLevel: 'medium',
      meta: {
        node: query.node,
        owners: report.owners.length,
        requestedBy: nameOf(caller),
        surface: caller.surface,
      },
    });
    try {
      const notice = await this.#send(caller, report, text);
      await event.success();
      return notice;
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  }

  async #send(
    caller: Caller,
    report: ImpactReport,
    text: string,
  ): Promise<ImpactNotice> {
    const { notifications, logger } = this.deps;
    const told: string[] = [];
    let failure: unknown;
    let withoutOwner = 0;
    for (const { owner, items } of report.owners) {
      if (!owner) {
        withoutOwner += items.length;
      } else if (told.length < MOST_OWNERS) {
        try {
          await notifications.send({
            recipients: { type: 'entity', entityRef: owner },
            payload: impactNotice({
              report,
              items,
              text,
              sender: nameOf(caller),
            }),
          });
          told.push(owner);
        } catch (error) {
          failure = error;
          logger.warn(`${owner} was not told of what changes: ${error}`);
        }
      }
    }
    if (failure && !told.length) throw failure;
    return { owners: told, withoutOwner };
  }
}
