/** Why a text is not HOCON; never leaves the reader. */
export class HoconSyntaxError extends Error {
  constructor(message: string, readonly at: number, readonly remedy?: string) {
    super(message);
  }
}
