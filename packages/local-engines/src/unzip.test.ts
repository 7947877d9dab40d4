import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './testing/temporaryFolder';
import { unzip } from './unzip';

const dir = temporaryFolder();

/** Made by Python's zipfile: a folder, a stored file, an empty one, a deflated one of 300 zeros, one elsewhere, a comment. */
const ZIP =
  'UEsDBBQAAAAAAFZ8dV0AAAAAAAAAAAAAAAADAAAAaW4vUEsDBBQAAAAAAFZ8dV1tSIOeAgAAAAIAAAAJAAAAaW4vc3RvcmVkYWJQSwMEFAAAAAAAVnx1XQAAAAAAAAAAAAAAAAgAAABpbi9lbXB0eVBLAwQUAAAACABWfHVd7TAYngcAAAAsAQAACwAAAGluL2RlZmxhdGVkMzAYBcQCAFBLAwQUAAAAAABWfHVdgxbcjAEAAAABAAAACgAAAG90aGVyL2ZpbGV4UEsBAhQDFAAAAAAAVnx1XQAAAAAAAAAAAAAAAAMAAAAAAAAAAAAQAP1BAAAAAGluL1BLAQIUAxQAAAAAAFZ8dV1tSIOeAgAAAAIAAAAJAAAAAAAAAAAAAACAASEAAABpbi9zdG9yZWRQSwECFAMUAAAAAABWfHVdAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAgAFKAAAAaW4vZW1wdHlQSwECFAMUAAAACABWfHVd7TAYngcAAAAsAQAACwAAAAAAAAAAAAAAgAFwAAAAaW4vZGVmbGF0ZWRQSwECFAMUAAAAAABWfHVdgxbcjAEAAAABAAAACgAAAAAAAAAAAAAAgAGgAAAAb3RoZXIvZmlsZVBLBQYAAAAABQAFAA8BAADJAAAACQBhIGNvbW1lbnQ=';

describe('unzip', () => {
  it('unpacks the entries that are asked for', async () => {
    const archive = join(dir, 'a.zip');
    writeFileSync(archive, Buffer.from(ZIP, 'base64'));
    await unzip(archive, join(dir, 'out'), name =>
      name.startsWith('in/') ? name.slice(3) : undefined,
    );
    expect(readdirSync(join(dir, 'out')).sort()).toEqual([
      'deflated',
      'empty',
      'stored',
    ]);
    const text = (name: string) => readFileSync(join(dir, 'out', name), 'utf8');
    expect(text('stored')).toBe('ab');
    expect(text('empty')).toBe('');
    expect(text('deflated')).toBe('0'.repeat(300));
  });

  it('refuses what is no zip file', async () => {
    const archive = join(dir, 'b.zip');
    writeFileSync(archive, 'nothing of the kind');
    await expect(unzip(archive, dir, name => name)).rejects.toThrow(
      `${archive} is no zip file.`,
    );
  });
});
