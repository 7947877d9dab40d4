import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  EngineCall,
  EngineUnavailableError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { JobManagerClient } from '../rest/JobManagerClient';
import { JarList } from '../rest/jobManagerAnswers';
import { LocalJar } from './localJar';

const BOUNDARY = 'datalark-jar-c2f1d7a4b93e4f0f';

/**
 * Makes a jar known to the JobManager and returns its id there. A jar whose
 * content is there already is not sent again.
 */
export async function uploadJar(
  jar: LocalJar,
  jobManager: JobManagerClient,
  call: EngineCall,
): Promise<string> {
  const name = `datalark-${jar.sha256.slice(0, 32)}.jar`;
  const { files } = await jobManager.send<JarList>({
    path: '/jars',
    signal: call.signal,
  });
  const known = files?.find(file => file.name === name);
  if (known) return known.id;

  const head = Buffer.from(
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="jarfile"; ` +
      `filename="${name}"\r\nContent-Type: application/x-java-archive\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
  const { size } = await stat(jar.path);
  async function* body() {
    yield head;
    yield* createReadStream(jar.path);
    yield tail;
  }
  const { filename } = await jobManager.send<{ filename?: string }>({
    method: 'POST',
    path: '/jars/upload',
    body: {
      stream: Readable.from(body()),
      length: head.length + size + tail.length,
      contentType: `multipart/form-data; boundary=${BOUNDARY}`,
    },
    signal: call.signal,
    timeoutMs: 180_000,
  });
  const id = filename?.split('/').pop();
  if (!id) {
    throw new EngineUnavailableError(
      'The JobManager took a jar and did not say under which name.',
    );
  }
  return id;
}
