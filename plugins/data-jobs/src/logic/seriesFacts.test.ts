import { moveIndex, seriesFacts, tableIndices } from './seriesFacts';

describe('seriesFacts', () => {
  it('tells the newest value, the range, the average and the gaps between', () => {
    expect(seriesFacts([null, 1, null, null, 3, 2, null])).toEqual({
      last: 2,
      least: 1,
      most: 3,
      average: 2,
      gaps: 1,
    });
  });

  it('tells nothing of what was never measured', () => {
    expect(seriesFacts([null, null])).toBeUndefined();
  });
});

describe('tableIndices', () => {
  it('thins out evenly and keeps the newest', () => {
    expect(tableIndices(3, 10)).toEqual([2, 1, 0]);
    expect(tableIndices(10, 4)).toEqual([9, 6, 3, 0]);
    expect(tableIndices(0, 4)).toEqual([]);
  });
});

describe('moveIndex', () => {
  it.each([
    ['ArrowLeft', undefined, 8],
    ['ArrowLeft', 0, 0],
    ['ArrowRight', 9, 9],
    ['PageUp', 5, 0],
    ['Home', 5, 0],
    ['End', 5, 9],
    ['Escape', 5, undefined],
    ['x', 5, 5],
  ])('%s from %p goes to %p', (key, from, to) => {
    expect(moveIndex(key, from, 10)).toBe(to);
  });
});
