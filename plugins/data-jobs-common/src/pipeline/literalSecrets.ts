import { InputError } from '@backstage/errors';

const SECRET_KEY = /password|secret|token|sasl\.jaas\.config|credential/i;

/** Refuses options that hold a secret itself rather than `${secret:name}`. */
export function refuseLiteralSecrets(
  options: Record<string, string>,
  where: string,
): void {
  for (const [key, value] of Object.entries(options)) {
    if (SECRET_KEY.test(key) && value && !/\$\{\w+(?::[^}]*)?\}/.test(value)) {
      throw new InputError(
        `${where}: the option ${key} holds a secret. Give the secret a name under dataJobs.secrets in the portal's config and write \${secret:name} here.`,
      );
    }
  }
}
