import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first render of a field loads it, and machines may be busy.
configure({ asyncUtilTimeout: 15_000, defaultHidden: true });
jest.setTimeout(60_000);

// jsdom lays nothing out; CodeMirror asks where its text is.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();
