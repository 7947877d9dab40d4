import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first render of a page loads it, and machines may be busy. Asking every
// element for its visibility makes tables slow and finds nothing here.
configure({ asyncUtilTimeout: 15_000, defaultHidden: true });
jest.setTimeout(60_000);

// jsdom lays nothing out; CodeMirror asks where its text is.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();
