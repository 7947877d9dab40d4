import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { nameOf } from '@datalark/backstage-plugin-data-entities-node';
import {
  ImpactNotice,
  ImpactQuery,
  ImpactReport,
  lineageNotifyPermission,
} from '@datalark/backstage-plugin-data-lineage-common';
import { Authorizer } from '../service/Authorizer';
import { audited } from '../service/audited';
import { Caller } from '../service/Caller';
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
    const owners = report.owners.length;
    return audited(
      auditor,
      caller,
      'owners-notify',
      { node: query.node, owners },
      () => this.#send(caller, report, text),
    );
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
