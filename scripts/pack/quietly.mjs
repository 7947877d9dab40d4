import { spawn } from 'node:child_process';
import { fail } from '../bootstrap/fail.mjs';
import { ROOT } from '../bootstrap/paths.mjs';

/** Runs a Node program and shows one line; all it said when it fails. */
export async function quietly(title, args, { cwd = ROOT } = {}) {
  const started = Date.now();
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0' } });
  let output = '';
  child.stdout.on('data', data => (output += data));
  child.stderr.on('data', data => (output += data));
  const code = await new Promise(done => child.on('close', done));
  if (code !== 0) fail(`${title}:\n${output.trim()}`, `It was: node ${args.join(' ')} (in ${cwd})`);
  process.stdout.write(`  ${title}: done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}
