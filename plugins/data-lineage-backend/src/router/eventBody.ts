import express, {
  ErrorRequestHandler,
  RequestHandler,
  Response,
} from 'express';
import { isStoreDown, StoreDownError } from '../ingest/StoreDownError';

/** Answers with an error in Backstage's shape. */
export function answerError(
  res: Response,
  status: number,
  error: { name: string; message: string; [field: string]: unknown },
): void {
  res.status(status).json({
    error,
    request: { method: res.req.method, url: res.req.originalUrl },
    response: { statusCode: status },
  });
}

/**
 * Reads JSON of any content type, gzip too. What cannot be read is answered
 * here, with what to do about it.
 */
export function eventBody(limitBytes: number): RequestHandler {
  const parse = express.json({
    limit: limitBytes,
    type: () => true,
    strict: true,
  });
  return (req, res, next) =>
    parse(req, res, (error?: any) => {
      if (!error) next();
      else answerUnread(error, res, limitBytes);
    });
}

function answerUnread(error: any, res: Response, limitBytes: number): void {
  const inputError = (message: string) =>
    answerError(res, 400, { name: 'InputError', message });
  switch (error.type) {
    case 'entity.too.large':
      res.set('Connection', 'close');
      answerError(res, 413, {
        name: 'PayloadTooLargeError',
        message: `The body is larger than ${limitBytes} bytes, unpacked. Send fewer events in one request, or smaller facets.`,
        limit: limitBytes,
      });
      return;
    case 'entity.parse.failed':
      inputError(
        `/: The body is no JSON object or array: ${error.message}. Send one OpenLineage event, or an array of them to /v1/lineage/batch.`,
      );
      return;
    case 'encoding.unsupported':
      answerError(res, 415, {
        name: 'UnsupportedMediaTypeError',
        message: `${error.message}. Use gzip, deflate or none.`,
      });
      return;
    case 'charset.unsupported':
      answerError(res, 415, {
        name: 'UnsupportedMediaTypeError',
        message: `${error.message}. Send UTF-8.`,
      });
      return;
    default:
      inputError(
        `/: The body could not be read: ${error.message}. Send it whole, and gzip as gzip.`,
      );
  }
}

/** 503 and 429 say when to come again. */
export const busyErrors: ErrorRequestHandler = (error, _req, res, next) => {
  if (res.headersSent) {
    next(error);
  } else if (error?.name === 'OverloadedError') {
    res.set('Retry-After', '1');
    answerError(res, 429, { name: error.name, message: error.message });
  } else if (error?.name === 'StoreDownError' || isStoreDown(error)) {
    res.set('Retry-After', '5');
    answerError(res, 503, {
      name: 'ServiceUnavailableError',
      message: new StoreDownError().message,
    });
  } else {
    next(error);
  }
};
