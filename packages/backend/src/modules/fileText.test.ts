import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveText } from './fileText';

function params(value: unknown, baseUrl: string) {
  return {
    key: 'text',
    value: value as any,
    baseUrl,
    read: async (url: string) => Buffer.from(`content of ${url}`),
    resolveUrl: (url: string, base: string) => new URL(url, base).toString(),
    emit: jest.fn(),
  };
}

describe('resolveText', () => {
  const root = mkdtempSync(join(tmpdir(), 'datalark-text-'));
  const folder = join(root, 'job');
  mkdirSync(folder);
  writeFileSync(join(folder, 'job.sql'), 'SELECT 1');
  writeFileSync(join(root, 'outside.sql'), 'secret');
  const base = join(folder, 'catalog-info.yaml');

  it('reads the file beside a file location and asks for a refresh when it changes', async () => {
    const given = params('./job.sql', base);
    expect(await resolveText(given)).toBe('SELECT 1');
    expect(given.emit).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'refresh' }),
    );
  });

  it('stays in the folder of the entity', async () => {
    await expect(resolveText(params('../outside.sql', base))).rejects.toThrow(
      /outside the folder/,
    );
  });

  it('names the file that is missing', async () => {
    await expect(resolveText(params('./no.sql', base))).rejects.toThrow(
      /no file \.\/no\.sql beside/,
    );
  });

  it('leaves URLs to the URL reader', async () => {
    expect(
      await resolveText(params('./job.sql', 'https://git.test/a/info.yaml')),
    ).toBe('content of https://git.test/a/job.sql');
  });

  it('refuses what is no path', async () => {
    await expect(resolveText(params({ a: 1 }, base))).rejects.toThrow(
      /relative path or a URL/,
    );
  });
});
