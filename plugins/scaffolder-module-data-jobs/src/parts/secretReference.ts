/** Tells whether a text is a reference to a secret, `${secret:name}`. */
export function isSecretReference(text: string): boolean {
  return /^\$\{secret:[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?\}$/.test(
    text,
  );
}

/** What a reference looks like. */
export const SECRET_EXAMPLE = '${secret:name}';
