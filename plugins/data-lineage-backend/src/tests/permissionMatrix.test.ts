import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { dataLineagePermissions } from '@datalark/backstage-plugin-data-lineage-common';
import {
  ACTIONS,
  Attempt,
  ROUTES,
} from '../__testUtils__/permissionMatrix/attempts';
import {
  MatrixBench,
  Outcome,
} from '../__testUtils__/permissionMatrix/MatrixBench';
import {
  matrixDocument,
  MatrixRow,
} from '../__testUtils__/permissionMatrix/matrixDocument';
import { ROLES } from '../__testUtils__/permissionMatrix/roles';
import { openapi } from '../schema/openapi';

jest.setTimeout(120_000);

const PAGE = resolve(
  __dirname,
  '../../../../docs/reference/permission-matrix-lineage.md',
);
const README = readFileSync(resolve(__dirname, '../../README.md'), 'utf8');
const METHODS = ['get', 'post', 'put', 'delete', 'patch'];
const unique = (texts: string[]) => [...new Set(texts)].sort();

/** What stands in the first column of a table of the README. */
const inReadme = (heading: string) => {
  const section = README.split(/^## /m).find(part => part.startsWith(heading))!;
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
};

describe('the permission matrix', () => {
  let bench: MatrixBench;

  beforeAll(async () => {
    bench = await MatrixBench.start();
  });

  it('has a row for every route', () => {
    const all = Object.entries(openapi.paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter(method => METHODS.includes(method))
        .map(method => `${method.toUpperCase()} ${path}`),
    );
    expect(unique(ROUTES.map(({ what }) => what))).toEqual(unique(all));
  });

  it('has a row for every action, as has the README', async () => {
    const { actions } = await bench.actions.list();
    const all = unique(actions.map(({ id }) => id.replace('test:', '')));
    expect(unique(ACTIONS.map(({ what }) => what))).toEqual(all);
    expect(unique(inReadme('Actions'))).toEqual(
      all.map(name => `data-lineage:${name}`).sort(),
    );
  });

  it('names no other permissions than the README', () => {
    expect(unique(inReadme('Permissions'))).toEqual(
      unique(dataLineagePermissions.map(({ name }) => name)),
    );
  });

  it('is what everybody is answered; who is refused changes nothing', async () => {
    const wrong: string[] = [];
    const walk = async (attempts: Attempt[]) => {
      const rows: MatrixRow[] = attempts.map(attempt => ({
        attempt,
        cells: [],
      }));
      for (const role of ROLES) {
        for (const { attempt, cells } of rows) {
          const outcome = await bench.attempt(attempt, role);
          cells.push(outcome.cell);
          for (const complaint of complaints(attempt, outcome)) {
            wrong.push(
              `${attempt.what} ${attempt.detail ?? ''} as ${
                role.title
              }: ${complaint}`,
            );
          }
        }
      }
      return rows;
    };
    const page = matrixDocument(ROLES, await walk(ROUTES), await walk(ACTIONS));
    expect(wrong).toEqual([]);
    if (process.env.UPDATE_GOLDEN) writeFileSync(PAGE, page);
    if (!existsSync(PAGE)) throw new Error(`${PAGE} is missing.`);
    expect(page).toBe(readFileSync(PAGE, 'utf8'));
  });
});

/** What no answer may look like, whatever the page says. */
function complaints(attempt: Attempt, outcome: Outcome): string[] {
  const { cell, audit, changed } = outcome;
  const done = audit.filter(({ outcome: end }) => end === 'succeeded');
  const ids = done.map(({ eventId }) => eventId);
  const found: string[] = [];
  if (!['yes', 'hidden', '401', '403', '404'].includes(cell)) {
    found.push(`is answered with ${cell}`);
  }
  if (cell !== 'yes') {
    if (changed) found.push('is refused, and something changed');
    if (ids.length) found.push(`is refused, and leaves ${ids}`);
    return found;
  }
  const expected = [...(attempt.audit ?? [])].sort();
  if (String([...ids].sort()) !== String(expected)) {
    found.push(`leaves ${ids} in the audit log, not ${expected}`);
  }
  if (changed !== Boolean(attempt.audit ?? attempt.changes)) {
    found.push(changed ? 'changes something' : 'changes nothing');
  }
  return found;
}
