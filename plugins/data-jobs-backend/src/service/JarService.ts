import { AuditorService } from '@backstage/backend-plugin-api';
import { nameOf } from '@datalark/backstage-plugin-data-entities-node';
import {
  StoredJar,
  jarUploadPermission,
  jobCreatePermission,
} from '@datalark/backstage-plugin-data-jobs-common';
import { JarStore } from '../database/JarStore';
import { ReceivedJar } from '../jars/receiveJar';
import { audited } from './audited';
import { Authorizer } from './Authorizer';
import { Caller } from './Caller';

/** Uploaded jars: code that runs on engines. */
export class JarService {
  constructor(
    private readonly deps: {
      jars: JarStore;
      authorizer: Authorizer;
      auditor: AuditorService;
    },
  ) {}

  async list(caller: Caller): Promise<StoredJar[]> {
    await this.deps.authorizer.require(caller, jobCreatePermission);
    return this.deps.jars.list();
  }

  /** `receive` reads the body, and only when the caller may upload. */
  async upload(
    caller: Caller,
    receive: () => Promise<ReceivedJar>,
  ): Promise<StoredJar> {
    const { authorizer, auditor, jars } = this.deps;
    await authorizer.require(caller, jarUploadPermission);
    return audited(auditor, caller, 'jar-upload', {}, async () => {
      const received = await receive();
      return jars.record({
        ...received,
        ref: `uploaded:${received.sha256}`,
        uploadedAt: new Date().toISOString(),
        uploadedBy: nameOf(caller),
      });
    });
  }
}
