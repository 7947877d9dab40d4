// A portal without a page: what jobs need of packages/backend. It waits for `go` with everything loaded, so that one
// that dies is replaced in a second, and does by message what a fault asks of it.
const { AsyncLocalStorage } = require('node:async_hooks');
const { createRequire } = require('node:module');
const { dirname, join, resolve } = require('node:path');

const portal = createRequire(resolve(__dirname, '../../package.json'));

let clockOffset = 0;
const RealDate = Date;
globalThis.Date = class Date extends RealDate {
  constructor(...args) {
    if (args.length) super(...args);
    else super(RealDate.now() + clockOffset);
  }
  static now() {
    return RealDate.now() + clockOffset;
  }
};

const { createBackend } = portal('@backstage/backend-defaults');
const backend = createBackend();
for (const name of [
  '@backstage/plugin-auth-backend',
  '@backstage/plugin-auth-backend-module-guest-provider',
  '@backstage/plugin-permission-backend',
  '@backstage/plugin-permission-backend-module-allow-all-policy',
  '@backstage/plugin-catalog-backend',
  '@backstage/plugin-events-backend',
  '@backstage/plugin-signals-backend',
  '@datalark/backstage-plugin-catalog-backend-module-data-entities',
  '@datalark/backstage-plugin-catalog-backend-module-data-jobs',
  '@datalark/backstage-plugin-data-jobs-backend',
  '@datalark/backstage-plugin-data-jobs-backend-module-flink',
  '@datalark/backstage-plugin-data-jobs-backend-module-seatunnel',
]) {
  backend.add(portal(name));
}

// Where to die: { verb, step, moment }.
let end;
const die = () => process.kill(process.pid, 'SIGKILL');
const load = (name, file) => require(join(dirname(portal.resolve(name)), file));
const meets = (run, moment) => {
  const step = run?.operation.steps.at(-1);
  return (
    end &&
    step &&
    end.moment === moment &&
    end.verb === run.operation.verb &&
    end.step === step.name
  );
};

const { OperationRun } = load(
  '@datalark/backstage-plugin-data-jobs-backend',
  'operations/OperationRun',
);
const working = new AsyncLocalStorage();
const { save, step } = OperationRun.prototype;
OperationRun.prototype.step = function stepped(...args) {
  return working.run(this, () => step.apply(this, args));
};
OperationRun.prototype.save = async function saved() {
  const isRunning = this.operation.steps.at(-1)?.state === 'running';
  if (!isRunning && meets(this, 'done')) die();
  await save.call(this);
  if (isRunning && meets(this, 'begun')) die();
};

// `telling`: the engine is being told. `told`: it was, and nothing of that is written.
for (const [name, file, engine] of [
  ['flink', 'FlinkSessionEngine', 'FlinkSessionEngine'],
  ['seatunnel', 'ZetaEngine', 'ZetaEngine'],
]) {
  const { prototype } = load(
    `@datalark/backstage-plugin-data-jobs-backend-module-${name}`,
    file,
  )[engine];
  for (const key of [
    'submit',
    'cancel',
    'stopWithSavepoint',
    'triggerSavepoint',
  ]) {
    const tell = prototype[key];
    prototype[key] = async function told(...args) {
      const run = working.getStore();
      if (meets(run, 'telling')) setTimeout(die, 100);
      const result = await tell.apply(this, args);
      if (meets(run, 'told')) die();
      return result;
    };
  }
}

process.on('message', ({ fault } = {}) => {
  if (!fault) return;
  if (fault.go) backend.start();
  if (fault.end) end = fault.end;
  if (fault.clockOffset !== undefined) clockOffset = fault.clockOffset;
  process.send({ fault: 'done' });
});
// Nothing else keeps it alive until it starts.
process.channel.ref();
process.send({ fault: 'loaded' });
