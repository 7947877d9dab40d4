import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EngineProblem } from './engineProblem';

/** The topics of a seed folder: those of `topics.txt`, one per line, if there is such a file. `#` begins a comment. */
export function seedTopics(dir: string | undefined): string[] {
  const file = dir && resolve(join(dir, 'topics.txt'));
  if (!file || !existsSync(file)) {
    return [];
  }
  const names = readFileSync(file, 'utf8')
    .split('\n')
    .map(line => line.replace(/#.*/, '').trim())
    .filter(Boolean);
  const wrong = names.find(name => !/^[\w.-]{1,249}$/.test(name));
  if (wrong !== undefined) {
    throw new EngineProblem(
      `${file} has "${wrong}", which is no name of a topic.`,
      'Write one name per line, of letters, digits, dots, dashes and underscores.',
    );
  }
  return names;
}
