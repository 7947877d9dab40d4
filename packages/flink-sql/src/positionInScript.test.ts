import { positionInScript } from './positionInScript';

describe('positionInScript', () => {
  const statement = { line: 10, column: 5 };

  it('shifts columns on the first line only', () => {
    expect(positionInScript(statement, { line: 1, column: 3 })).toEqual({
      line: 10,
      column: 7,
    });
    expect(positionInScript(statement, { line: 3, column: 3 })).toEqual({
      line: 12,
      column: 3,
    });
  });

  it('takes line 0, which Flink says of an empty text, as the start', () => {
    expect(positionInScript(statement, { line: 0, column: 0 })).toEqual(
      statement,
    );
  });
});
