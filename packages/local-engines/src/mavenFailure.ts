import { EngineProblem } from './engineProblem';

const UNREACHABLE =
  /(Unknown host \S+|UnknownHostException[^\n]*|Connection refused|[Cc]onnect(?:ion)? timed out|Read timed out|Network is unreachable|No route to host|Connection reset|Could not transfer (?:artifact|metadata)[^\n]*)/;

/** Makes one sentence and a remedy of what Maven wrote before it gave up. */
export function mavenFailure(setName: string, output: string): EngineProblem {
  const first = (pattern: RegExp) =>
    pattern.exec(output)?.[1]?.trim().replace(/\.$/, '').slice(0, 300);
  if (/No space left on device/.test(output)) {
    return new EngineProblem(
      `The disk became full while Maven downloaded ${setName}.`,
      'Free some space, then start again.',
    );
  }
  if (/in offline mode/.test(output)) {
    return new EngineProblem(
      `Maven is set to work offline and ${setName} is not in its local repository.`,
      "Start once with network, or remove <offline> from Maven's settings.",
    );
  }
  const missing = first(/Could not find artifact (\S+)|Failure to find (\S+)/);
  if (missing) {
    return new EngineProblem(
      `The Maven registry does not have ${missing}, which ${setName} needs.`,
      "Check the mirror in Maven's settings (settings.xml): it must serve what Maven Central serves.",
    );
  }
  const unreachable = first(UNREACHABLE);
  if (unreachable) {
    return new EngineProblem(
      `Maven could not reach its registry to download ${setName}: ${unreachable}.`,
      "Check the network, the proxy and the mirror in Maven's settings (settings.xml), then start again; what has been downloaded is kept.",
    );
  }
  const error = first(/^\[ERROR\] ([^\n]+)/m) ?? 'it gave no reason';
  return new EngineProblem(
    `Maven could not download ${setName}: ${error}.`,
    'Run the same with `mvn` by hand for the whole message, then start again.',
  );
}
