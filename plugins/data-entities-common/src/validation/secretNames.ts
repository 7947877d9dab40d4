const SECRET_WORDS = new Set([
  'password',
  'passwd',
  'pwd',
  'passphrase',
  'passcode',
  'secret',
  'token',
  'credential',
  'credentials',
  'apikey',
  'accesskey',
  'secretkey',
  'privatekey',
]);

const KEY_OWNERS = new Set([
  'api',
  'access',
  'secret',
  'private',
  'account',
  'encryption',
  'signing',
  'shared',
]);

// Words after the secret word that say the value is about the secret, not the secret.
const ABOUT = new Set(
  (
    'name ref reference file path location url uri endpoint enabled enable type format provider providers class ' +
    'alias interval ttl expiration expiry lifetime timeout count length size limit column columns field fields ' +
    'policy rotation renewal required masked env'
  ).split(' '),
);

function words(key: string): string[] {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/**
 * Whether a key is named like something whose value is a secret: `password`, `db.secret-key`, `apiKey`.
 * Keys about a secret, such as `password-file` or `token.endpoint`, are not.
 *
 * @public
 */
export function isSecretName(key: string): boolean {
  const parts = words(key);
  let last = -1;
  parts.forEach((word, index) => {
    if (
      SECRET_WORDS.has(word) ||
      (word === 'key' && KEY_OWNERS.has(parts[index - 1]))
    ) {
      last = index;
    }
  });
  return last >= 0 && !parts.slice(last + 1).some(word => ABOUT.has(word));
}
