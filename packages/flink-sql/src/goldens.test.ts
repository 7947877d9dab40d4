import { readFileSync, readdirSync } from 'fs';
import { resolve } from 'path';
import { lexicalProblems } from './lexicalProblems';
import { SqlStatement, splitStatements } from './splitStatements';
import { tokenize } from './tokenize';

const folder = resolve(__dirname, '__fixtures__');
const scripts = readdirSync(folder).filter(file => file.endsWith('.sql'));

const facts = ({ tokens, inner, ...statement }: SqlStatement): object => ({
  ...statement,
  ...(inner.length ? { inner: inner.map(facts) } : {}),
});

describe('scripts and what is read out of them', () => {
  it.each(scripts)('%s', file => {
    const script = readFileSync(resolve(folder, file), 'utf8');
    const read = {
      statements: splitStatements(script).map(facts),
      problems: lexicalProblems(tokenize(script)),
    };
    const golden = resolve(folder, file.replace(/\.sql$/, '.json'));
    expect(read).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });
});
