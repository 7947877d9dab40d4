import { TrueLook } from './Truth';
import { Claim, Sample } from './Watcher';

/** A claim that the truth contradicted for too long. */
export type WrongState = {
  job: string;
  claimed: string;
  truth: string;
  /** How long it was shown after the engine could have been known to say otherwise. */
  seconds: number;
};

/** What became of a fault. */
export type Verdict = {
  /** From the last change of the truth to the first claim that was right and stayed so. */
  secondsUntilRight: number | undefined;
  wrong: WrongState[];
};

/** The portal asks an engine every 2 s, and a page asks the portal. */
const LAG_MS = 3_000;

/** On a busy machine a claim lags further behind: by so many times what one answer takes. */
const ANSWERS = 5;

/** Without an answer for so long there was no portal. */
const GAP_MS = 1_500;

/** Why a claim cannot be what the engine says; undefined: it can. */
function contradiction(claim: Claim, look: TrueLook): string | undefined {
  const job = claim.engineJobId ? look.jobs.get(claim.engineJobId) : undefined;
  const truth = job?.state ?? 'not there';
  switch (claim.state) {
    case 'unknown':
      return undefined;
    case 'running':
      if (!job?.isLive) return truth;
      return claim.health === 'ok' && job.isIdle ? truth : undefined;
    case 'deploying':
      if (job?.isWorking || job?.end) return truth;
      return job || claim.isOperating ? undefined : truth;
    case 'absent':
      return job ? truth : undefined;
    case 'suspended':
      return job?.isLive || job?.end === 'failed' ? truth : undefined;
    default:
      if (!job) return undefined;
      return job.end === claim.state ? undefined : truth;
  }
}

/** Compares what was shown of some jobs with what was true. */
export function judge(
  jobs: string[],
  samples: Sample[],
  looksOf: (engine: string) => TrueLook[],
  faultAt: number,
  overAt?: number,
): Verdict {
  const wrong: WrongState[] = [];
  let rightFrom = faultAt;
  let settledAt = faultAt;
  let isRight = true;
  const slowness = Math.max(0, ...samples.map(({ asked, at }) => at - asked));
  for (const name of jobs) {
    const claims = samples.flatMap(sample => {
      const claim = sample.claims.get(name);
      return claim ? [{ sample, claim }] : [];
    });
    const looks = claims[0] ? looksOf(claims[0].claim.engine) : [];
    settledAt = Math.max(settledAt, lastChange(looks, claims.at(-1)?.claim));
    let firstRight: number | undefined;
    let lastAt = faultAt;
    for (const { sample, claim } of claims) {
      // Nobody answered: what was right before says nothing of now.
      if (sample.at - lastAt > GAP_MS + 2 * slowness) firstRight = undefined;
      lastAt = sample.at;
      const seen = wrongClaim(claim, sample, looks, slowness);
      if (seen) addWrong(wrong, seen);
      if (isRightNow(claim, sample, looks, slowness)) {
        firstRight ??= sample.at;
      } else {
        firstRight = undefined;
      }
    }
    if (firstRight === undefined) isRight = false;
    else rightFrom = Math.max(rightFrom, firstRight);
  }
  return {
    secondsUntilRight: isRight
      ? Math.max(0, Math.round((rightFrom - (overAt ?? settledAt)) / 100) / 10)
      : undefined,
    wrong,
  };
}

/** The claim is wrong when all that was to be seen for the time of the lag says so. */
function wrongClaim(
  claim: Claim,
  sample: Sample,
  looks: TrueLook[],
  slowness: number,
): WrongState | undefined {
  const before = looks.filter(look => look.at < sample.asked);
  // The portal may have heard of a change a moment before this side looked.
  const next = looks.find(look => look.at >= sample.at);
  if (next?.visible && !contradiction(claim, next)) return undefined;
  let since: number | undefined;
  let truth = '';
  for (const look of [...before].reverse()) {
    const said = look.visible ? contradiction(claim, look) : undefined;
    if (!said) break;
    truth ||= said;
    since = look.at;
  }
  if (since === undefined) return undefined;
  const tooLong = sample.asked - since - LAG_MS - ANSWERS * slowness;
  if (tooLong <= 0) return undefined;
  return {
    job: claim.name,
    claimed: `${claim.state}, ${claim.health}`,
    truth,
    seconds: Math.round(tooLong / 100) / 10,
  };
}

function addWrong(wrong: WrongState[], seen: WrongState): void {
  const known = wrong.find(
    one =>
      one.job === seen.job &&
      one.claimed === seen.claimed &&
      one.truth === seen.truth,
  );
  if (known) known.seconds = Math.max(known.seconds, seen.seconds);
  else wrong.push(seen);
}

/** What is to be seen is said; what is not to be seen is unknown, since a time. */
function isRightNow(
  claim: Claim,
  sample: Sample,
  looks: TrueLook[],
  slowness: number,
): boolean {
  const before = looks.filter(look => look.at <= sample.at);
  const last = before.at(-1);
  if (!last) return false;
  if (claim.state === 'unknown') return !last.visible && Boolean(claim.since);
  // One answer may be late, here as in the portal.
  const seen = before.filter(look => look.visible).at(-1);
  const lag = LAG_MS + ANSWERS * slowness;
  return (
    seen !== undefined &&
    sample.at - seen.at <= lag &&
    !contradiction(claim, seen)
  );
}

/** When the truth about the job became what it is. */
function lastChange(looks: TrueLook[], claim?: Claim): number {
  let at = 0;
  let before: string | undefined;
  for (const look of looks) {
    const job = claim?.engineJobId
      ? look.jobs.get(claim.engineJobId)
      : undefined;
    const now = look.visible ? job?.state ?? 'not there' : 'not to be seen';
    if (before !== undefined && now !== before) at = look.at;
    before = now;
  }
  return at;
}
