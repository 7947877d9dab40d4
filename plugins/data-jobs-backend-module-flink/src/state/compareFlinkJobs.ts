import {
  StateCompatibility,
  StateVerdictReason,
  worstVerdict,
} from '@datalark/backstage-plugin-data-jobs-common';
import {
  EngineCall,
  ResolvedDefinition,
  compareAsText,
  compareSettings,
} from '@datalark/backstage-plugin-data-jobs-node';
import { SqlGatewayClient } from '../gateway/SqlGatewayClient';
import { JarRules } from '../jar/jarRules';
import { comparePlans } from './comparePlans';
import { readFlinkPlan } from './readFlinkPlan';
import { judgeFlinkSetting } from './stateSettings';

type Compared = Pick<StateCompatibility, 'verdict' | 'reasons' | 'basis'>;

/**
 * Tells whether a Flink job can take over the state of another: SQL by the
 * plans that Flink makes of both, jars by what they are.
 */
export async function compareFlinkJobs(options: {
  before: ResolvedDefinition;
  after: ResolvedDefinition;
  gateway?: SqlGatewayClient;
  jars: JarRules;
  call: EngineCall;
}): Promise<Compared> {
  const { before, after, gateway } = options;
  const asText = compareAsText(before, after, judgeFlinkSetting);
  if (before.type !== after.type) return asText;
  if (after.type === 'flink-jar') return compareJars(before, after);
  if (!gateway) return asText;
  const settings = compareSettings(before, after, judgeFlinkSetting);
  const old = await readFlinkPlan({ ...options, gateway, definition: before });
  const fresh = await readFlinkPlan({ ...options, gateway, definition: after });
  if ('problem' in old || 'problem' in fresh) {
    const problem = 'problem' in fresh ? fresh.problem : undefined;
    const former = 'problem' in old ? old.problem : undefined;
    if (asText.verdict === 'compatible') return asText;
    return {
      basis: 'definition',
      ...judged([
        ...settings,
        {
          verdict: 'risky',
          subject: 'spec.definition.sql',
          message: `Flink could not plan the ${
            problem ? 'new' : 'old'
          } script, so nothing can be told of its state: ${problem ?? former}`,
        },
      ]),
    };
  }
  return {
    basis: 'plan',
    ...judged([...settings, ...comparePlans(old.plan, fresh.plan)]),
  };
}

function compareJars(
  before: ResolvedDefinition,
  after: ResolvedDefinition,
): Compared {
  const reasons = compareSettings(before, after, judgeFlinkSetting);
  const [was, is] = [before, after].map(
    one => one.definition as { jar?: string; mainClass?: string },
  );
  const say = (subject: string, message: string) =>
    reasons.push({ verdict: 'risky', subject, message });
  if (was.jar !== is.jar) {
    say(
      'spec.definition.jar',
      'The jar is another one. Which operators it has, and whether they carry uids, cannot be told from outside: try it on a savepoint first.',
    );
  }
  if (was.mainClass !== is.mainClass) {
    say(
      'spec.definition.mainClass',
      `The main class changes from ${
        was.mainClass ?? 'that of the manifest'
      } to ${
        is.mainClass ?? 'that of the manifest'
      }: it may be another program.`,
    );
  }
  const rest = (one: object) => {
    const { jar, mainClass, ...others } = one as Record<string, unknown>;
    return JSON.stringify(others);
  };
  if (rest(was) !== rest(is)) {
    say(
      'spec.definition.args',
      'The arguments change, and what the program makes of them cannot be told.',
    );
  }
  return { basis: 'definition', ...judged(reasons) };
}

function judged(reasons: StateVerdictReason[]) {
  return { reasons, verdict: worstVerdict(reasons) };
}
