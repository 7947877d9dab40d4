import { describeJobEngine } from '@datalark/backstage-plugin-data-jobs-node/testUtils';
import { flinkBench } from './__testUtils__/flinkBench';

describeJobEngine('Flink 2.3', () => flinkBench('2.3.0'), {
  timeoutMs: 180_000,
});

describeJobEngine('Flink 1.20', () => flinkBench('1.20.3'), {
  timeoutMs: 180_000,
});
