import { scriptProblems } from './scriptProblems';

const t: any = (key: string) => key;

describe('scriptProblems', () => {
  it.each([
    ['', ['sql.empty']],
    ['  \n', ['sql.empty']],
    ['SELECT "a"', ['sql.problem']],
    ['CREATE TABLE a (x INT)', ['sql.noJob']],
    ['EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1;', ['sql.unclosed']],
    ['INSERT INTO a SELECT 1', []],
    ["INSERT INTO a SELECT '${X}', `b`", []],
    ["CREATE TABLE a WITH ('connector'='print') AS SELECT 1", []],
  ])('finds in %j: %j', (script, problems) => {
    expect(scriptProblems(script, t)).toEqual(problems);
  });
});
