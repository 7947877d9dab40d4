import { ResolvedDefinition } from '../JobSubmission';
import { describeJobEngine } from './contract/describeJobEngine';
import { FakeEngine, createFakeEngine } from './FakeEngine';
import { FAKE_SYNTAX_ERROR, FakeEngineOptions } from './FakeEngineOptions';

const sql = (text: string): ResolvedDefinition => ({
  type: 'flink-sql',
  definition: { sql: text },
  processing: 'streaming',
  configuration: {},
});

/** Definitions that end by themselves, played by the fake's controls. */
function autoplay(engine: FakeEngine): FakeEngine {
  const submit = engine.submit.bind(engine);
  engine.submit = async (submission, call) => {
    await submit(submission, call);
    const text = JSON.stringify(submission.definition);
    if (text.includes('FAILS')) engine.failJob(submission.engineJobId);
    if (text.includes('ENDS')) engine.finishJob(submission.engineJobId);
  };
  return engine;
}

function bench(options: FakeEngineOptions) {
  const engine = autoplay(
    createFakeEngine({
      observeEveryMs: 20,
      check: definition =>
        definition.type === 'contract-unknown' ||
        JSON.stringify(definition.definition).includes(FAKE_SYNTAX_ERROR)
          ? [{ severity: 'error', message: 'wrong' }]
          : [],
      ...options,
    }),
  );
  return {
    engine,
    longRunning: () => sql('RUNS'),
    wrong: () => sql(FAKE_SYNTAX_ERROR),
    failing: () => sql('FAILS'),
    finishing: () => sql('ENDS'),
    setReachable: (reachable: boolean) => engine.setReachable(reachable),
    loseNextAnswer: () => engine.dropNextAnswer('submit'),
    expectRestored: async (id: string, location: string) =>
      expect(engine.job(id).restoredFrom?.location).toBe(location),
    patienceMs: 2_000,
  };
}

describeJobEngine('The fake engine', () => bench({}));

describeJobEngine('A fake engine that restores under the old id', () =>
  bench({ restoreKeepsId: true, stoppedState: 'suspended' }),
);

describeJobEngine('A fake engine that can do little', () =>
  bench({
    capabilities: {
      verbs: ['deploy', 'stop'],
      liveSavepoints: false,
      restoreFromLocation: false,
      exceptions: false,
      checkpoints: false,
      plan: false,
      metrics: false,
      logs: false,
    },
  }),
);
