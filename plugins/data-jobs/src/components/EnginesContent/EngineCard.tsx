import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  ButtonLink,
  Card,
  CardBody,
  CardHeader,
  Flex,
  Text,
} from '@backstage/ui';
import {
  Duration,
  Fact,
  Facts,
  RelativeTime,
  useTimeFormat,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  EngineCapabilities,
  EngineStatus,
} from '@datalark/backstage-plugin-data-jobs-common';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiExternalLinkLine,
  RiQuestionLine,
} from '@remixicon/react';
import { useText } from '../../hooks/useText';
import { jobsRouteRef } from '../../routes';
import { EngineParts } from './EngineParts';
import styles from './EnginesContent.module.css';

const ABILITIES = [
  'liveSavepoints',
  'restoreFromLocation',
  'jars',
  'exceptions',
  'checkpoints',
  'plan',
  'metrics',
  'logs',
] as const satisfies Array<keyof EngineCapabilities>;

/** One engine: can it be reached, what has it got, what is wrong with it. */
export function EngineCard({ engine }: { engine: EngineStatus }) {
  const t = useText();
  const jobsLink = useRouteRef(jobsRouteRef);
  const { info } = engine;
  const notKnown = <Text>{t('engines.notKnown')}</Text>;
  return (
    <Card>
      <CardHeader>
        <Flex justify="between" align="center" className={styles.head}>
          <Flex align="center" gap="4" className={styles.head}>
            <Text as="h3" variant="title-x-small">
              {engine.title ?? engine.name}
            </Text>
            <Reachability engine={engine} />
          </Flex>
          <Flex gap="2">
            {jobsLink && (
              <ButtonLink
                variant="secondary"
                size="small"
                href={`${jobsLink()}?engine=${encodeURIComponent(engine.name)}`}
              >
                {t('engines.jobs')}
              </ButtonLink>
            )}
            {engine.webUrl && (
              <ButtonLink
                variant="secondary"
                size="small"
                href={engine.webUrl}
                target="_blank"
                rel="noopener noreferrer"
                iconEnd={<RiExternalLinkLine />}
              >
                {t('engines.webUi')}
              </ButtonLink>
            )}
          </Flex>
        </Flex>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="4">
          {engine.problems.map((problem, index) => (
            <Alert
              key={index}
              status={engine.reachable === 'no' ? 'danger' : 'warning'}
              icon
              title={problem.message}
              description={
                problem.remedy &&
                t('engines.remedy', { remedy: problem.remedy })
              }
            />
          ))}
          {info && engine.reachable !== 'yes' && (
            <Text as="p">{t('engines.lastKnown')}</Text>
          )}
          <Facts>
            <Fact label={t('engines.type')}>{engine.type}</Fact>
            <Fact label={t('engines.version')}>
              {info?.version ?? notKnown}
            </Fact>
            <Fact label={t('engines.slots')}>
              {info?.slots ? <Slots slots={info.slots} /> : notKnown}
            </Fact>
            <Fact label={t('engines.workers')}>
              {info?.workers ?? notKnown}
            </Fact>
            <Fact label={t('engines.runningJobs')}>
              {info?.runningJobs ?? notKnown}
            </Fact>
            <Fact label={t('engines.jobTypes')}>
              {engine.capabilities.jobTypes.join(', ')}
            </Fact>
            <Fact label={t('engines.abilities')} isWide>
              {[
                ...engine.capabilities.verbs.map(verb =>
                  t(`verb.${verb}.name`).toLocaleLowerCase(),
                ),
                ...ABILITIES.filter(name => engine.capabilities[name]).map(
                  name => t(`engines.ability.${name}`),
                ),
              ].join(', ')}
            </Fact>
          </Facts>
          {info?.parts && info.parts.length > 0 && (
            <EngineParts
              parts={info.parts}
              isCurrent={engine.reachable === 'yes'}
            />
          )}
          {engine.observedAt && (
            <Text as="p" variant="body-small">
              {t('engines.lastAsked', {
                when: <RelativeTime iso={engine.observedAt} />,
              })}
            </Text>
          )}
        </Flex>
      </CardBody>
    </Card>
  );
}

function Reachability({ engine }: { engine: EngineStatus }) {
  const t = useText();
  const icon = {
    yes: <RiCheckboxCircleLine size={18} />,
    no: <RiCloseCircleLine size={18} />,
    unknown: <RiQuestionLine size={18} />,
  }[engine.reachable];
  const state = t(`engines.reachable.${engine.reachable}`);
  return (
    <span className={styles.reachable} data-reachable={engine.reachable}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <span>
        {engine.since
          ? t('engines.since', {
              state,
              duration: <Duration from={engine.since} />,
            })
          : state}
      </span>
    </span>
  );
}

function Slots({ slots }: { slots: { total?: number; free?: number } }) {
  const t = useText();
  const format = useTimeFormat();
  const text = (value: number | undefined) =>
    value === undefined ? t('engines.notKnown') : format.number(value);
  return (
    <>
      {t('engines.slotsOf', {
        free: text(slots.free),
        total: text(slots.total),
      })}
    </>
  );
}
