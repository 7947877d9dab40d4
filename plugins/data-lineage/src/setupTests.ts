import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first render of a page loads it, and machines may be busy. Asking every
// element for its visibility makes tables slow and finds nothing here.
configure({ asyncUtilTimeout: 15_000, defaultHidden: true });
jest.setTimeout(60_000);

// jsdom lays nothing out; xyflow asks how large things are, and its zoom for a matrix.
class NoResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
class PlainMatrix {
  readonly m22 = 1;
}
Object.assign(globalThis, {
  ResizeObserver: globalThis.ResizeObserver ?? NoResizeObserver,
  DOMMatrixReadOnly: globalThis.DOMMatrixReadOnly ?? PlainMatrix,
  CSS: globalThis.CSS ?? {
    escape: (text: string) => text.replace(/["\\]/g, '\\$&'),
  },
});

// Only what is in sight is drawn: the picture gets a size that holds everything.
for (const name of ['offsetWidth', 'offsetHeight'] as const) {
  Object.defineProperty(HTMLElement.prototype, name, {
    configurable: true,
    get(this: HTMLElement) {
      return this.classList.contains('react-flow') ||
        this.classList.contains('react-flow__renderer')
        ? 4_000
        : 0;
    },
  });
}
