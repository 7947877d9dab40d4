import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineProcess } from './engineService';
import { startFailure } from './startFailure';
import { temporaryFolder } from './testing/temporaryFolder';

const outFile = join(temporaryFolder(), 'out');
const jobManager = {
  title: 'JobManager',
  ports: [1, 2],
  logFiles: ['/no/such.log'],
  readyWithinMs: 90_000,
} as unknown as EngineProcess;

describe('startFailure', () => {
  it.each([
    [
      'Caused by: java.net.BindException: Could not start rest endpoint on any port in port range 1',
      { code: 1 },
      /another program has taken one of its ports \(1, 2\)/,
      /Start again/,
    ],
    [
      'java.io.IOException: No space left on device',
      { code: 1 },
      /the disk is full/,
      /Free some space/,
    ],
    [
      'something\nCaused by: java.lang.IllegalStateException: no luck\n\tat a.b.C',
      { code: 2 },
      /^JobManager ended with code 2 while it was starting: Caused by: java.lang.IllegalStateException: no luck\.$/,
      /Look into .*out/,
    ],
    [
      '',
      { code: 137, signal: 'SIGKILL' },
      /^JobManager was ended by SIGKILL while it was starting\.$/,
      /Look into/,
    ],
    ['', undefined, /did not become ready within 90 seconds/, /overloaded/],
  ])('%s', (output, exit, message, remedy) => {
    writeFileSync(outFile, output);
    const problem = startFailure(jobManager, outFile, exit);
    expect(problem.message).toMatch(message);
    expect(problem.remedy).toMatch(remedy);
  });
});
