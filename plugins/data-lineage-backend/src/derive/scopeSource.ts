/** Source of what the control plane has observed of runs. */
export const DATA_JOBS = 'data-jobs';

/**
 * Who says it: all runs of a job are one, whatever producer tells of them, but for
 * what the control plane sees of them from outside. Other sources are each their own.
 */
export function scopeSource(source: string, isRun: boolean): string {
  return isRun && source !== DATA_JOBS ? '' : source;
}
