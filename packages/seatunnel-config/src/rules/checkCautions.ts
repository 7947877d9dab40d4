import { overlay } from '../catalog/overlay';
import type { ConfigProblem } from '../model/ConfigProblem';
import type { JobConfig, PlacedBlock } from '../model/JobConfig';
import { isNewer } from './isNewer';
import { lookUp, sameSetting } from './optionValue';

/**
 * Warns of what servers take and what goes wrong all the same.
 *
 * @param version - of the server
 */
export function checkCautions(
  job: JobConfig,
  { kind, block, path }: PlacedBlock,
  version: string,
): ConfigProblem[] {
  const name = Object.keys(overlay.plugins).find(
    key => key.toLowerCase() === `${kind} ${block.plugin}`.toLowerCase(),
  );
  const cautions = name ? overlay.plugins[name].cautions ?? [] : [];
  const mode = lookUp(job.env, 'job.mode') ?? 'BATCH';
  return cautions
    .filter(
      ({ from, upTo, mode: wanted, when }) =>
        !isNewer(version, upTo) &&
        (!from || version === from || isNewer(version, from)) &&
        (!wanted || sameSetting(mode, wanted)) &&
        (!when || sameSetting(lookUp(block.options, when[0]), when[1])),
    )
    .map(({ when, message, remedy }) => ({
      severity: 'warning',
      message,
      remedy,
      field: when ? `${path}.${when[0]}` : path,
    }));
}
