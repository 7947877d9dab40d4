/** Too much at once; the same may be sent again in a moment. */
export class OverloadedError extends Error {
  override readonly name = 'OverloadedError';
}
