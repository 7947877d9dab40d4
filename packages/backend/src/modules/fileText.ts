import { realpath, readFile } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  PlaceholderResolver,
  catalogProcessingExtensionPoint,
  processingResult,
} from '@backstage/plugin-catalog-node';

/**
 * `$text` beside a YAML file on this machine. Backstage resolves it for URLs
 * only; the demo registers `examples/` as files, which only configuration can.
 */
export const resolveText: PlaceholderResolver = async params => {
  const { key, value, baseUrl, read, resolveUrl, emit } = params;
  if (typeof value !== 'string') {
    throw new InputError(
      `$${key} takes a relative path or a URL, not ${JSON.stringify(value)}`,
    );
  }
  if (!isAbsolute(baseUrl)) {
    const url = resolveUrl(value, baseUrl);
    emit(processingResult.refresh(`url:${url}`));
    return (await read(url)).toString('utf-8');
  }
  const folder = await realpath(dirname(baseUrl));
  const file = await realpath(resolve(folder, value)).catch(() => {
    throw new InputError(
      `$${key}: there is no file ${value} beside ${baseUrl}`,
    );
  });
  if (relative(folder, file).startsWith('..')) {
    throw new InputError(
      `$${key}: ${value} is outside the folder of ${baseUrl}; put the file beside the entity`,
    );
  }
  emit(processingResult.refresh(`file:${file}`));
  return readFile(file, 'utf-8');
};

export default createBackendModule({
  pluginId: 'catalog',
  moduleId: 'file-text',
  register(env) {
    env.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addPlaceholderResolver('text', resolveText);
      },
    });
  },
});
