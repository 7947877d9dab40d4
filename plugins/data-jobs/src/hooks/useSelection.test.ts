import { act, renderHook } from '@testing-library/react';
import { useSelection } from './useSelection';

const render = () =>
  renderHook(({ query }) => useSelection(query, 340), {
    initialProps: { query: { text: 'orders', limit: 20, offset: 0 } },
  });

describe('useSelection', () => {
  it('keeps what is chosen when the page turns', () => {
    const { result, rerender } = render();
    act(() => result.current.toggle(['a|default', 'b|default'], 'all'));
    rerender({ query: { text: 'orders', limit: 20, offset: 20 } });
    act(() => result.current.toggle(['c|prod', 'd|prod'], new Set(['c|prod'])));
    act(() =>
      result.current.toggle(['a|default', 'b|default'], new Set(['b|default'])),
    );
    expect(result.current.count).toBe(2);
    expect(result.current.target()).toEqual({
      targets: [
        { entityRef: 'b', environment: 'default' },
        { entityRef: 'c', environment: 'prod' },
      ],
    });
  });

  it('is about all that match until the filters change', () => {
    const { result, rerender } = render();
    act(() => result.current.chooseMatching());
    expect(result.current).toMatchObject({ isMatching: true, count: 340 });
    expect(result.current.target()).toEqual({ query: { text: 'orders' } });
    rerender({ query: { text: 'orders', limit: 20, offset: 40 } });
    expect(result.current.isMatching).toBe(true);
    rerender({ query: { text: 'payments', limit: 20, offset: 0 } });
    expect(result.current).toMatchObject({ isMatching: false, count: 0 });
  });
});
