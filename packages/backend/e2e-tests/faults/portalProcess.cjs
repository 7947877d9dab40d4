// A portal without a page. It waits for `go` with everything loaded, so that one that dies is replaced in a second,
// and does by message what a fault asks of it.
const { AsyncLocalStorage } = require('node:async_hooks');
const { dirname, join, resolve } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');

const ROOT = resolve(__dirname, '../../../..');
const { jobsBackend } = require(join(
  ROOT,
  'scripts/bootstrap/jobsBackend.cjs',
));

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

const backend = jobsBackend();

// Where verbs come to a halt, one of each job: { job, step, moment }. When all have, and who asked for them has heard
// that they were accepted, the process gets the signal.
let halts = [];
let signal = 'SIGKILL';
let isAccepted = false;
// Who is frozen goes on one day.
let go;
let goes = new Promise(() => {});
const strike = () => {
  if (!isAccepted || !halts.every(one => one.isReached)) return;
  isAccepted = false;
  halts = [];
  process.kill(process.pid, signal);
  go();
};
const reached = halt => {
  halt.isReached = true;
  strike();
  return goes;
};
const load = (name, file) =>
  require(join(dirname(require.resolve(name)), file));
const haltAt = (run, moment) => {
  const step = run?.operation.steps.at(-1);
  const job = run?.operation.entityRef.split('/')[1];
  return halts.find(
    halt =>
      !halt.isReached &&
      halt.job === job &&
      halt.moment === moment &&
      step?.name.startsWith(halt.step),
  );
};
const halted = async (run, moment) => {
  const halt = haltAt(run, moment);
  if (halt) await reached(halt);
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
  if (!isRunning) await halted(this, 'done');
  await save.call(this);
  if (isRunning) await halted(this, 'begun');
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
      const telling = tell.apply(this, args);
      const halt = haltAt(run, 'telling');
      if (halt) {
        await pause(50);
        await reached(halt);
      }
      const result = await telling;
      await halted(run, 'told');
      return result;
    };
  }
}

process.on('message', ({ fault } = {}) => {
  if (!fault) return;
  if (fault.go) backend.start();
  if (fault.halts) {
    ({ halts, signal } = fault);
    goes = new Promise(done => {
      go = done;
    });
  }
  if (fault.accepted) {
    // This answer is heard before who is struck answers no more.
    setTimeout(() => {
      isAccepted = true;
      strike();
    }, 100);
  }
  if (fault.clockOffset !== undefined) clockOffset = fault.clockOffset;
  process.send({ fault: 'done' });
});
// A shutdown in order may take for ever when the database is gone.
process.on('disconnect', () => process.exit(1));
// Nothing else keeps it alive until it starts.
process.channel.ref();
process.send({ fault: 'loaded' });
