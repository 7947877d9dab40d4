import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../bootstrap/paths.mjs';

/** Path of Backstage's CLI. */
export const cli = join(ROOT, 'node_modules/@backstage/cli/bin/backstage-cli');

/** Runs a Node program in the checkout with its output shown; resolves to its exit code and output. */
export function run(name, args, { env = {}, cwd = ROOT } = {}) {
  return new Promise(resolve => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, CI: 'true', FORCE_COLOR: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const show = data => {
      output += data;
      process.stdout.write(data);
    };
    child.stdout.on('data', show);
    child.stderr.on('data', show);
    child.on('error', error => resolve({ code: 1, output: `${name}: ${error.message}` }));
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}
