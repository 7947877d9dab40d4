import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AUDIT_EVENTS, AUDIT_SEVERITY } from '../service/auditEvents';

const src = resolve(__dirname, '..');
const readme = readFileSync(resolve(src, '../README.md'), 'utf8');
const section = readme
  .split(/^## /m)
  .find(part => part.startsWith('Audit log'))!;
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts') && !path.includes('test'))
  .map(path => ({ path, text: readFileSync(join(src, path), 'utf8') }));

describe('audit events', () => {
  it('are in the README, each with its metadata', () => {
    const rows = [...section.matchAll(/^\| `([^`]+)` *\|[^|]*\|(.*)\|$/gm)];
    expect(
      Object.fromEntries(
        rows.map(([, id, meta]) => [
          id,
          [...meta.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
        ]),
      ),
    ).toEqual(AUDIT_EVENTS);
    expect(section).toContain(`the severity \`${AUDIT_SEVERITY}\``);
  });

  it('are made in one place, so that no other is left out', () => {
    const makers = sources.filter(({ text }) => text.includes('createEvent('));
    expect(makers.map(({ path }) => path)).toEqual(['service/audited.ts']);
  });

  it('are each used', () => {
    const used = sources
      .filter(({ path }) => path !== 'service/auditEvents.ts')
      .flatMap(({ text }) => [...text.matchAll(/audited\([^{]*?'([a-z-]+)'/g)])
      .map(([, id]) => id);
    expect([...new Set(used)].sort()).toEqual(Object.keys(AUDIT_EVENTS).sort());
  });
});
