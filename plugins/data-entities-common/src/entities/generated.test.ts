import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

describe('generated files', () => {
  it('are those that the schemas give', async () => {
    const script = join(__dirname, '../../scripts/generate.mjs');
    const { stdout } = await run(process.execPath, [script, '--check']);
    expect(stdout).toContain('All up to date');
  }, 30_000);
});
