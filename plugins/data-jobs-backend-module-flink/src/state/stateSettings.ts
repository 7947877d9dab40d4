import { SettingJudge } from '@datalark/backstage-plugin-data-jobs-node';

/**
 * What settings of Flink mean for state. Settings of the planner that change
 * the job graph show in the plan; those that are not here do not touch state.
 */
export const judgeFlinkSetting: SettingJudge = (key, before, after) => {
  const what = `${key} changes from ${shown(before)} to ${shown(after)}`;
  if (key === 'pipeline.max-parallelism') {
    return {
      verdict: 'needs-clean-start',
      subject: key,
      message: `${what}: state is cut into that many pieces, and Flink refuses another number.`,
    };
  }
  if (key === 'table.exec.state.ttl') {
    return {
      verdict: 'risky',
      subject: key,
      message: `${what}: newer versions of Flink take the state over, older ones refuse when it begins or ceases to expire.`,
    };
  }
  if (/^state\.backend(\.type)?$/.test(key)) {
    return {
      verdict: 'risky',
      subject: key,
      message: `${what}: a savepoint in the canonical format can be read by the other backend, a checkpoint cannot.`,
    };
  }
  if (key === 'table.exec.uid.generation') {
    return {
      verdict: 'needs-clean-start',
      subject: key,
      message: `${what}: every operator gets another id, so no state finds its own.`,
    };
  }
  return undefined;
};

function shown(value: unknown): string {
  return value === undefined ? 'its default' : String(value);
}
