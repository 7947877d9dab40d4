import { ReactElement } from 'react';
import { Verb } from '@datalark/backstage-plugin-data-jobs-common';
import {
  RiArrowGoBackLine,
  RiDeleteBinLine,
  RiHistoryLine,
  RiPauseLine,
  RiPlayLine,
  RiRestartLine,
  RiRocketLine,
  RiSave3Line,
  RiStopLine,
} from '@remixicon/react';

/** A picture for each verb; the word is always beside it. */
export const VERB_ICONS: Record<Verb, ReactElement> = {
  deploy: <RiRocketLine />,
  stop: <RiStopLine />,
  suspend: <RiPauseLine />,
  resume: <RiPlayLine />,
  restart: <RiRestartLine />,
  savepoint: <RiSave3Line />,
  restore: <RiHistoryLine />,
  rollback: <RiArrowGoBackLine />,
  delete: <RiDeleteBinLine />,
};
