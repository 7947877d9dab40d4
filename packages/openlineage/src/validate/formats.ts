const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const URI = /^[A-Za-z][A-Za-z0-9+.-]*:\S*$/;
const DATE_TIME =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt ]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** What a text is not, by the name of a JSON Schema format; undefined when it fits. */
export function formatFault(
  format: string,
  text: string,
): { is: string; remedy: string } | undefined {
  switch (format) {
    case 'uuid':
      return UUID.test(text)
        ? undefined
        : {
            is: 'no UUID',
            remedy: 'Give a UUID: 01a1fd2a-ec12-7fd0-8a62-409f76292b92.',
          };
    case 'uri':
      return URI.test(text)
        ? undefined
        : { is: 'no URI', remedy: 'Give an absolute URI: https://… or urn:…' };
    case 'date-time':
      return DATE_TIME.test(text)
        ? undefined
        : {
            is: 'no date and time',
            remedy: 'Give RFC 3339 with an offset: 2026-11-21T08:13:32.327Z.',
          };
    default:
      return undefined;
  }
}
