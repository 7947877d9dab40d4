import type { NamingRule } from './namingRules';

/** One server of an authority: `host`, `host:9092`, `[::1]:9092`. */
const HOST = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/;

/** Without `scheme://`, `user:password@` and what follows the servers. */
export function bareAuthority(text: string): string {
  const behindScheme = text.trim().replace(/^[A-Za-z][\w+.-]*:\/\//, '');
  const servers = behindScheme.replace(/[/?#;].*$/s, '');
  return servers;
}

/** An authority never carries credentials into a name. */
export function withoutCredentials(authority: string): string {
  return authority.slice(authority.lastIndexOf('@') + 1);
}

/** The servers of a list, in their order, without scheme, blanks and credentials. */
export function serversOf(authority: string): string[] {
  return authority
    .split(/[,;]/)
    .map(server => withoutCredentials(bareAuthority(server)))
    .filter(Boolean);
}

/** `host` → `host:5432` where the rule knows a port. */
export function withPort(server: string, rule: NamingRule): string {
  const port = rule.ports?.[0];
  const match = HOST.exec(server);
  // What a variable holds may have a port.
  const isOpen = server.includes('${');
  if (!match || port === undefined || match[2] || isOpen) return server;
  return `${match[1]}:${port}`;
}

/** `Host:5432` → `host`: in lower case, without a port that need not be written. */
export function comparableServer(server: string, rule: NamingRule): string {
  const match = HOST.exec(server);
  if (!match) return server.toLowerCase();
  const host = match[1].toLowerCase();
  const known = !match[2] || rule.ports?.includes(Number(match[2]));
  return known ? host : `${host}:${match[2]}`;
}
