import { JobAnswer } from '../answers/JobAnswer';
import { ZetaHttp } from '../http/ZetaHttp';
import { RestProtocol } from './RestProtocol';

/** REST v1: below Hazelcast's own paths, up to 2.3.x; has no logs. */
export class RestV1 extends RestProtocol {
  readonly name = 'v1';

  constructor(http: ZetaHttp) {
    super(http, '/hazelcast/rest/maps');
  }

  finishedJobs(signal: AbortSignal): Promise<JobAnswer[]> {
    // Without the last slash Hazelcast takes it for something else.
    return this.jobs('/finished-jobs/', signal);
  }
}
