/** Why a text is not HOCON; never leaves the reader. */
export class HoconSyntaxError extends Error {
  readonly at: number;
  readonly remedy?: string;

  constructor(message: string, at: number, remedy?: string) {
    super(message);
    this.at = at;
    this.remedy = remedy;
  }
}
