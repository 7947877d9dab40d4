import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import {
  EngineCall,
  EngineUnavailableError,
  ResolvedDefinition,
  SubmissionRefusedError,
} from '@datalark/backstage-plugin-data-jobs-node';
import { definitionField } from '../submit/definitionField';
import { JarRules } from './jarRules';

/** A jar on this machine. `dispose` removes it when it was fetched. */
export type LocalJar = {
  path: string;
  sha256: string;
  dispose(): Promise<void>;
};

const MAX_JAR_BYTES = 512 * 1024 * 1024;

/**
 * Brings the jar of a definition onto this machine: an uploaded one is there
 * already, `file:` and `https:` references must be at an allowed place.
 */
export async function localJar(
  definition: ResolvedDefinition,
  rules: JarRules,
  call: EngineCall,
): Promise<LocalJar> {
  if (definition.jarPath) return existing(definition.jarPath, call);
  const reference = String(definitionField(definition, 'jar') ?? '');
  const refusal = rules.refusal(reference);
  if (refusal) throw refused(refusal.message, refusal.remedy);
  const url = new URL(
    reference.startsWith('/') ? `file://${reference}` : reference,
  );
  if (url.protocol === 'file:') {
    const real = await realpath(fileURLToPath(url)).catch(() => undefined);
    if (!real) {
      throw refused(
        `There is no jar at ${reference}.`,
        'Put it where the portal’s back end can read it.',
      );
    }
    const outside = rules.refusal(`file://${real}`);
    if (outside) throw refused(outside.message, outside.remedy);
    return existing(real, call);
  }
  return download(url, reference, call);
}

async function existing(path: string, call: EngineCall): Promise<LocalJar> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash, { signal: call.signal });
  } catch (error) {
    call.signal.throwIfAborted();
    throw refused(
      `The jar cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      'Upload it again.',
    );
  }
  return { path, sha256: hash.digest('hex'), dispose: async () => {} };
}

async function download(
  url: URL,
  reference: string,
  call: EngineCall,
): Promise<LocalJar> {
  const path = join(tmpdir(), `datalark-${randomUUID()}.jar`);
  const dispose = () => rm(path, { force: true });
  try {
    const answer = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.any([call.signal, AbortSignal.timeout(120_000)]),
    });
    if (!answer.ok || !answer.body) {
      throw refused(
        `${reference} answered with status ${answer.status}.`,
        'Check the address of the jar.',
      );
    }
    const hash = createHash('sha256');
    let size = 0;
    await pipeline(
      Readable.fromWeb(answer.body as any),
      async function* measure(parts: AsyncIterable<Buffer>) {
        for await (const part of parts) {
          size += part.length;
          if (size > MAX_JAR_BYTES) {
            throw refused(
              `The jar at ${reference} is larger than 512 MiB.`,
              'Make it smaller: what Flink brings along need not be in it.',
            );
          }
          hash.update(part);
          yield part;
        }
      },
      createWriteStream(path),
    );
    return { path, sha256: hash.digest('hex'), dispose };
  } catch (error) {
    await dispose();
    call.signal.throwIfAborted();
    if (error instanceof SubmissionRefusedError) throw error;
    throw new EngineUnavailableError(
      `The jar at ${reference} could not be fetched: ${
        error instanceof Error ? error.message : error
      }. Redirects are not followed.`,
    );
  }
}

function refused(message: string, remedy: string): SubmissionRefusedError {
  return new SubmissionRefusedError(message, [
    { severity: 'error', message, remedy, field: 'definition.jar' },
  ]);
}
