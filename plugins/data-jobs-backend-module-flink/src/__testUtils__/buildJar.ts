import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Compiles `java/CountForever.java` against the jars of a running Flink. */
export async function buildJar(jobManagerUrl: string): Promise<string> {
  const answer = await fetch(`${jobManagerUrl}/jobmanager/environment`);
  const { classpath }: { classpath: string[] } = await answer.json();
  const folder = mkdtempSync(join(tmpdir(), 'datalark-jar-'));
  const source = resolve(__dirname, 'java', 'CountForever.java');
  execFileSync('javac', [
    ...['--release', '11', '-nowarn', '-cp', classpath.join(':')],
    ...['-d', folder, source],
  ]);
  const jar = join(folder, 'count-forever.jar');
  execFileSync('jar', ['--create', '--file', jar, '-C', folder, '.']);
  return jar;
}
