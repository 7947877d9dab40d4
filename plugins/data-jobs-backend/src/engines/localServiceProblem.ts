import { LocalService } from './localEngines';

const VERBS: Record<string, string> = {
  stopped: 'is stopped',
  failed: 'has failed',
  'missing-prerequisite': 'cannot run',
  downloading: 'is on its way',
  starting: 'is on its way',
  waiting: 'is on its way',
};

/** What is to be said of a local service that does not run. */
export function localServiceProblem(
  name: string,
  service: LocalService,
): { message: string; remedy?: string } {
  const verb = VERBS[service.state] ?? `is ${service.state}`;
  // "It was stopped." says no more than the state.
  const reason = service.message === 'It was stopped.' ? '' : service.message;
  return {
    message: `The local service ${name} ${verb}${reason ? `: ${reason}` : '.'}`,
    remedy: service.remedy,
  };
}
