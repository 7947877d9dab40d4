import { screen } from '@testing-library/react';
import {
  HEALTH_STATES,
  OBSERVED_STATES,
} from '@datalark/backstage-plugin-data-jobs-common';
import { renderPart } from '../../__testUtils__/renderDataJobs';
import { deployment, observation } from '../../testing';
import { HealthBadge } from '../HealthBadge';
import { HealthSentence } from '../HealthSentence';
import { ObservedBadge } from './StateBadge';

const WORDS = {
  deploying: 'Deploying',
  running: 'Running',
  suspended: 'Suspended',
  finished: 'Finished',
  failed: 'Failed',
  canceled: 'Canceled',
  absent: 'Not on the engine',
  unknown: 'Unknown',
};
const HEALTH_WORDS = {
  ok: 'Healthy',
  degraded: 'Degraded',
  unknown: 'Unknown',
  none: 'Nothing to run',
};
const since = new Date(Date.now() - 3 * 3_600_000 - 1000).toISOString();

describe('states', () => {
  it('says every combination of state and health in words', async () => {
    await renderPart(
      <ul>
        {OBSERVED_STATES.flatMap(state =>
          HEALTH_STATES.map(health => (
            <li key={state + health} aria-label={`${state} ${health}`}>
              <ObservedBadge
                deployment={deployment({
                  observation: observation({ state, since }),
                })}
              />
              <HealthBadge health={{ state: health, reasons: [] }} />
            </li>
          )),
        )}
      </ul>,
    );
    for (const state of OBSERVED_STATES) {
      for (const health of HEALTH_STATES) {
        const item = screen.getByRole('listitem', {
          name: `${state} ${health}`,
        });
        expect(item).toHaveTextContent(
          `${WORDS[state]}for 3 hr${
            state === 'unknown' ? 'never seen so far' : ''
          }${HEALTH_WORDS[health]}`,
        );
        expect(
          item.querySelectorAll('svg[aria-hidden], [aria-hidden] svg'),
        ).toHaveLength(2);
      }
    }
  });

  it('keeps what was last known in sight while the state is unknown', async () => {
    await renderPart(
      <ObservedBadge
        deployment={deployment({
          observation: observation({
            state: 'unknown',
            since,
            lastKnown: { state: 'running', observedAt: since },
          }),
        })}
      />,
    );
    expect(document.body).toHaveTextContent('last known: Running, 3 hours ago');
  });

  it.each([
    ['Healthy: running for 3 hr.', 'running', 'ok'],
    ['Degraded: failed for 3 hr.', 'failed', 'degraded'],
    ['Degraded: not on the engine for 3 hr.', 'absent', 'degraded'],
    ['Suspended for 3 hr, as wanted.', 'suspended', 'none'],
    ['Unknown for 3 hr.', 'unknown', 'unknown'],
  ] as const)('says in a sentence: %s', async (sentence, state, health) => {
    await renderPart(
      <p role="note">
        <HealthSentence
          deployment={deployment({
            observation: observation({
              state,
              since,
              health: { state: health, reasons: [] },
            }),
          })}
        />
      </p>,
    );
    expect(screen.getByRole('note')).toHaveTextContent(sentence);
  });

  it.each(['canceled', 'finished', 'suspended'] as const)(
    'calls a stopped job stopped, though its engine says %s',
    async state => {
      await renderPart(
        <p role="note">
          <HealthSentence
            deployment={deployment({
              desired: 'stopped',
              observation: observation({
                state,
                since,
                health: { state: 'none', reasons: [] },
              }),
            })}
          />
        </p>,
      );
      expect(screen.getByRole('note')).toHaveTextContent(
        'Stopped for 3 hr, as wanted.',
      );
    },
  );

  it('says that a job was never deployed', async () => {
    await renderPart(
      <p role="note">
        <HealthSentence
          deployment={deployment({
            deployedVersion: undefined,
            observation: observation({
              state: 'absent',
              health: { state: 'none', reasons: [] },
            }),
          })}
        />
      </p>,
    );
    expect(screen.getByRole('note')).toHaveTextContent('Never deployed.');
  });
});
