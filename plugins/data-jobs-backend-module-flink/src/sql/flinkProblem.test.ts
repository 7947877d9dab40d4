import { readFileSync } from 'fs';
import { resolve } from 'path';
import { HttpAnswerError } from '../http/HttpAnswerError';
import { arePartsApart } from './partsApart';
import { flinkProblem, placeInStatement } from './flinkProblem';

const fixture = (name: string) =>
  JSON.parse(readFileSync(resolve(__dirname, '__fixtures__', name), 'utf8'));

/** As if the statement stood at line 10, column 5 of its script. */
const place = placeInStatement({ line: 10, column: 5 }, 3);

describe.each(['2.3.0', '1.20.3'])('real answers of Flink %s', version => {
  const answers: Record<string, { status: number; errors: string[] }> = fixture(
    `gateway-answers-${version}.json`,
  );
  const golden = fixture(`problems-${version}.json`);

  it.each(Object.keys(answers))('%s', name => {
    const { status, errors } = answers[name];
    const details = errors.join('\n');
    const problem = flinkProblem(details, place);
    expect({
      ...problem,
      partsApart: arePartsApart(new HttpAnswerError('', status, details)),
    }).toEqual(golden[name]);
    expect(problem.message).not.toMatch(/org\.apache\.flink\.table|\tat /);
  });
});
