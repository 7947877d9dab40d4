import { Readable } from 'stream';
import { InputError } from '@backstage/errors';
import type { Request, Response } from 'express';
import multer from 'multer';
import { JarFiles } from './JarFiles';

/** A jar as it arrived. */
export type ReceivedJar = {
  fileName: string;
  sha256: string;
  sizeBytes: number;
};

/** Reads the field `jarfile` of a multipart request straight to disk. */
export async function receiveJar(
  request: Request<any, any, any, any, any>,
  response: Response,
  files: JarFiles,
): Promise<ReceivedJar> {
  const storage: multer.StorageEngine = {
    _handleFile: (_request, file, done) => {
      files.store(file.stream as Readable).then(
        stored => done(null, { ...stored } as object),
        error => done(error),
      );
    },
    _removeFile: (_request, _file, done) => done(null),
  };
  const receive = multer({
    storage,
    limits: { files: 1, fields: 5, fieldSize: 1024 },
  }).single('jarfile');
  await new Promise<void>((resolve, reject) => {
    // multer brings its own, differing types of express.
    receive(request as any, response as any, (error: unknown) => {
      if (!error) resolve();
      else reject(isMalformed(error) ? asInputError(error) : error);
    });
  });
  const file = request.file as unknown as
    | (ReceivedJar & { originalname: string })
    | undefined;
  if (!file) {
    throw new InputError('jarfile: a multipart field with a jar is needed.');
  }
  return {
    fileName: safeName(file.originalname),
    sha256: file.sha256,
    sizeBytes: file.sizeBytes,
  };
}

// What the parser itself says; errors of the disk have a code of the system.
function isMalformed(error: unknown): error is Error {
  if (error instanceof multer.MulterError) return true;
  const { name, code } = error as Error & { code?: string };
  return name === 'Error' && code === undefined;
}

function asInputError(error: Error): InputError {
  return new InputError(`jarfile: ${error.message}.`);
}

/** A file name without folders and control characters. */
export function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[^\x20-\x7e\u00a0-\uffff]/g, '').slice(0, 200);
  return clean || 'job.jar';
}
