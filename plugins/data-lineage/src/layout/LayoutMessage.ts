import { LayoutRequest, LayoutResult } from './LayoutRequest';

/** What the page sends to the worker; the answer comes back under the same number. */
export type LayoutMessage = { number: number; request: LayoutRequest };

/** What comes back for a {@link LayoutMessage}. */
export type LayoutAnswer = { number: number; result: LayoutResult };
