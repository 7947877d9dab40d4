import express, { RequestHandler } from 'express';

const LIMIT = '1mb';

/**
 * Reads JSON bodies of up to 1 MB. A larger one is answered here: the validator
 * that comes next turns every error into a 400.
 */
export function jsonBody(): RequestHandler {
  const parse = express.json({ limit: LIMIT });
  return (req, res, next) =>
    parse(req, res, (error?: any) => {
      if (error?.type !== 'entity.too.large') {
        next(error);
        return;
      }
      res.status(413).json({
        error: {
          name: 'PayloadTooLargeError',
          message: `The body has ${error.length} bytes and is too large: at most ${error.limit} are read. Put large scripts beside the entity in Git and name them with $text, or upload a jar.`,
        },
        request: { method: req.method, url: req.url },
        response: { statusCode: 413 },
      });
    });
}
