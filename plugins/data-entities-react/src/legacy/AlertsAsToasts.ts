import { AlertApi } from '@backstage/core-plugin-api';
import { ToastApiMessage } from '@backstage/frontend-plugin-api';

const SEVERITY = {
  neutral: 'info',
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'error',
} as const;

/** Shows toasts as alerts. An alert cannot be taken back, so closing does nothing. */
export class AlertsAsToasts {
  constructor(private readonly alertApi: AlertApi) {}

  post(toast: ToastApiMessage) {
    const { title, description, status = 'success', timeout } = toast;
    this.alertApi.post({
      message: [title, description].filter(isText).join(': '),
      severity: SEVERITY[status],
      display: timeout === undefined ? 'permanent' : 'transient',
    });
    return { close() {} };
  }
}

function isText(part: unknown): part is string {
  return typeof part === 'string' && part !== '';
}
