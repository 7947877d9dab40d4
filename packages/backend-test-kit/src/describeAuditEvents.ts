import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The Jest cases of a plugin's audit log: the events are those of the README's
 * section "Audit log", made by `service/audited.ts` alone, and none is unused.
 *
 * @public
 */
export function describeAuditEvents(options: {
  /** The folder of the sources, beside the README. */
  src: string;
  /** Names of metadata by event. */
  events: Record<string, readonly string[]>;
  severity: string;
}) {
  const { src, events, severity } = options;
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
      ).toEqual(events);
      expect(section).toContain(`the severity \`${severity}\``);
    });

    it('are made in one place, so that no other is left out', () => {
      const makers = sources.filter(({ text }) =>
        /createEvent\(|auditChange\b/.test(text),
      );
      expect(makers.map(({ path }) => path)).toEqual(['service/audited.ts']);
    });

    it('are each used', () => {
      const used = sources
        .filter(({ path }) => path !== 'service/auditEvents.ts')
        .flatMap(({ text }) => [
          ...text.matchAll(/audited\([^{]*?'([a-z-]+)'/g),
        ])
        .map(([, id]) => id);
      expect([...new Set(used)].sort()).toEqual(Object.keys(events).sort());
    });
  });
}
