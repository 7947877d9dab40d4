import { smoothPath } from './edgePath';

describe('smoothPath', () => {
  it('is level at its ends', () => {
    expect(
      smoothPath([
        { x: 0, y: 0 },
        { x: 100, y: 50 },
      ]),
    ).toBe('M0,0C50,0 50,50 100,50');
  });

  it('is a line where nothing bends', () => {
    expect(
      smoothPath([
        { x: 0, y: 7 },
        { x: 9, y: 7 },
      ]),
    ).toBe('M0,7L9,7');
  });

  it('goes back around the boxes', () => {
    expect(
      smoothPath([
        { x: 100, y: 0 },
        { x: 0, y: 0 },
      ]),
    ).toContain('L0,-88');
  });

  it('needs two points', () => {
    expect(smoothPath([])).toBe('');
  });
});
