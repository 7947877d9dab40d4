import { readFileSync, statSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ROOT } from './paths.mjs';

const { registerHooks, stripTypeScriptTypes } = nodeModule;

let isOn = false;

/** Whether this Node has what {@link runSources} needs: 22.15, 23.5 or later. */
export function canRunSources() {
  return Boolean(registerHooks && stripTypeScriptTypes);
}


/**
 * Lets this process import the language packages from their TypeScript, with
 * nothing installed: types are stripped by Node itself. Covers what those packages
 * write: relative imports without an extension, `@datalark/NAME`, JSON as a module.
 */
export function runSources() {
  if (isOn) return;
  isOn = true;
  silenceStripping();
  registerHooks({ resolve: resolveSource, load: loadSource });
}

/** Loads a language package, such as `flink-sql`, from its source. */
export function importPackage(name) {
  runSources();
  return importSource(`packages/${name}/src/index.ts`);
}

/** Loads one source file, given from the checkout's root. */
export function importSource(path) {
  runSources();
  return import(pathToFileURL(join(ROOT, path)).href);
}

function entryOf(name) {
  return join(ROOT, 'packages', name, 'src/index.ts');
}

function resolveSource(specifier, context, next) {
  if (specifier.startsWith('@datalark/')) {
    const file = entryOf(specifier.slice('@datalark/'.length));
    if (isFile(file)) return found(file);
  }
  if (specifier.startsWith('.') && context.parentURL?.startsWith('file:')) {
    const path = fileURLToPath(new URL(specifier, context.parentURL));
    const file = [path, `${path}.ts`, join(path, 'index.ts')].find(isFile);
    if (file && /\.(ts|json)$/.test(file)) return found(file);
  }
  return next(specifier, context);
}

function found(file) {
  return { url: pathToFileURL(file).href, shortCircuit: true };
}

function loadSource(url, context, next) {
  if (!url.startsWith('file:') || !/\.(ts|json)$/.test(url)) return next(url, context);
  const path = fileURLToPath(url);
  const text = readFileSync(path, 'utf8');
  const source = path.endsWith('.ts') ? stripTypeScriptTypes(text) : `export default ${text.trim()};`;
  return { format: 'module', source, shortCircuit: true };
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The stripping works as this house needs it; its warning would only alarm. */
function silenceStripping() {
  const emit = process.emitWarning;
  process.emitWarning = (warning, ...rest) => {
    if (!String(warning).includes('stripTypeScriptTypes')) emit.call(process, warning, ...rest);
  };
}
