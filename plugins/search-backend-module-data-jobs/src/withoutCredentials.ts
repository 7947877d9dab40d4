import { isSecretName } from '@datalark/backstage-plugin-data-entities-common';

/** True for the name of an option that holds a credential, quoted or not. */
export function isCredential(name: string): boolean {
  return isSecretName(name.replace(/^[-'"`\s]+|['"`\s]+$/g, ''));
}

/**
 * A text without what is written in it as a credential: user parts of
 * addresses, and values after a name such as `password` and `=` or `:`.
 */
export function withoutCredentials(text: string): string {
  return (
    text
      .replace(/\/\/[^/\s@'"]+@/g, '//')
      // Within a longer value first, as in the query of an address.
      .replace(/([\w.-]+)=([^\s,;&'"}]+)/g, (whole, name: string) =>
        isCredential(name) ? `${name}=` : whole,
      )
      .replace(
        /([\w.-]+)(['"`]?\s*[=:]\s*)(\$\{[^}]*\}|'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^\s,;&'"}]+)/g,
        (whole, name: string, between: string) =>
          isCredential(name) ? `${name}${between}` : whole,
      )
  );
}
