import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openapi } from '../schema/openapi';
import { ACTIONS, Attempt, ROUTES } from './permissionMatrix/attempts';
import { MatrixBench, Outcome } from './permissionMatrix/MatrixBench';
import { matrixDocument, MatrixRow } from './permissionMatrix/matrixDocument';
import { ROLES } from './permissionMatrix/roles';

jest.setTimeout(180_000);

const PAGE = resolve(
  __dirname,
  '../../../../docs/reference/permission-matrix.md',
);
const METHODS = ['get', 'post', 'put', 'delete', 'patch'];
const unique = (texts: string[]) => [...new Set(texts)].sort();

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

  it('has a row for every action', async () => {
    const { actions } = await bench.actions.list();
    expect(unique(ACTIONS.map(({ what }) => what))).toEqual(
      unique(actions.map(({ id }) => id.replace('test:', ''))),
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
  const { cell, audit, changed, engineCalls } = outcome;
  const done = audit.filter(({ outcome: end }) => end === 'succeeded');
  const ids = done.map(({ eventId }) => eventId);
  const found: string[] = [];
  if (!['yes', 'hidden', '401', '403', '404'].includes(cell)) {
    found.push(`is answered with ${cell}`);
  }
  if (cell !== 'yes') {
    if (changed) found.push('is refused, and something changed');
    if (ids.length) found.push(`is refused, and leaves ${ids}`);
    if (engineCalls.length) found.push(`is refused, and asks ${engineCalls}`);
    return found;
  }
  const expected = [...(attempt.audit ?? [])].sort();
  if (String([...ids].sort()) !== String(expected)) {
    found.push(`leaves ${ids} in the audit log, not ${expected}`);
  }
  if (changed !== Boolean(attempt.audit)) {
    found.push(changed ? 'changes something' : 'changes nothing');
  }
  return found;
}
