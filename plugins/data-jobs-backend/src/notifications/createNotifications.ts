import { NotificationService } from '@backstage/plugin-notifications-node';
import { Config } from '@backstage/config';
import { AlertWatch, AlertWatchDeps } from './AlertWatch';
import { NoticeSender } from './NoticeSender';
import { NotificationLoop } from './NotificationLoop';
import { readNotificationSettings } from './NotificationSettings';

/** What looks after notifications, or nothing when they are turned off. */
export function createNotifications(
  deps: Omit<AlertWatchDeps, 'settings'> & {
    config: Config;
    notifications: NotificationService;
    /** Id of this replica. */
    owner: string;
  },
): NotificationLoop[] {
  const settings = readNotificationSettings(deps.config);
  if (!settings.enabled) return [];
  return [
    new NotificationLoop({
      ...deps,
      everyMs: settings.everyMs,
      watch: new AlertWatch({ ...deps, settings }),
      sender: new NoticeSender(deps),
    }),
  ];
}
