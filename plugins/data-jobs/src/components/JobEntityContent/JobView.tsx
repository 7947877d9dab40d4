import {
  Alert,
  Select,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
} from '@backstage/ui';
import {
  Deployment,
  JobDetail,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import { useUrlChoice } from '../../hooks/useUrlChoice';
import { toSummary } from '../../logic/toSummary';
import { HealthReasons } from '../HealthBadge';
import { HealthSentence } from '../HealthSentence';
import { JobAlerts } from '../JobAlerts';
import { JobDefinition } from '../JobDefinition';
import { JobEnvironments, ResolvedConfiguration } from '../JobEnvironments';
import { JobDiagnostics } from '../JobDiagnostics';
import { JobHistory } from '../JobHistory';
import { JobMetrics } from '../JobMetrics';
import { JobOverview } from '../JobOverview';
import { JobSchedule } from '../JobSchedule';
import { JobSnapshots } from '../JobSnapshots';
import { VerbBar } from '../Verbs';
import styles from './JobView.module.css';

const TABS = [
  'overview',
  'history',
  'snapshots',
  'metrics',
  'definition',
  'diagnostics',
] as const;

/** A job: its health in a sentence, its verbs, and everything about it. */
export function JobView({ job }: { job: JobDetail }) {
  const t = useText();
  const environments = job.deployments.map(one => one.environment);
  const [environment, setEnvironment] = useUrlChoice(
    'environment',
    environments,
  );
  const [tab, setTab] = useUrlChoice('tab', TABS);
  const deployment = job.deployments.find(
    one => one.environment === environment,
  );
  if (!deployment) {
    return (
      <Alert
        status="info"
        icon
        title={t('job.noDeployment', { environment: environment ?? '' })}
      />
    );
  }
  const summary = toSummary(job, deployment);
  const target = { entityRef: job.entityRef, environment };
  return (
    <div>
      <div className={styles.head}>
        <div className={styles.sentence}>
          <Text as="h2" variant="title-small">
            <HealthSentence deployment={deployment} />
          </Text>
          <HealthReasons health={deployment.observation.health} />
          <ObservationMessage deployment={deployment} />
        </div>
        {environments.length > 1 && (
          <Select
            size="small"
            className={styles.environment}
            label={t('job.environment')}
            options={environments.map(value => ({ value, label: value }))}
            value={environment}
            onChange={key => setEnvironment(String(key))}
          />
        )}
      </div>
      <VerbBar job={summary} />
      <Tabs
        className={styles.tabs}
        selectedKey={tab}
        onSelectionChange={key => setTab(key as (typeof TABS)[number])}
      >
        <div className={styles.tabList}>
          <TabList aria-label={t('job.tabs')}>
            {TABS.map(id => (
              <Tab key={id} id={id}>
                {t(`job.tab.${id}`)}
              </Tab>
            ))}
          </TabList>
        </div>
        <TabPanel id="overview">
          <JobOverview job={job} deployment={deployment} />
          <JobSchedule job={job} deployment={deployment} />
          <JobAlerts target={target} owner={job.owner} />
        </TabPanel>
        <TabPanel id="history">
          <JobHistory
            target={target}
            isScheduled={job.spec.schedule !== undefined}
          />
        </TabPanel>
        <TabPanel id="snapshots">
          <JobSnapshots job={job} deployment={deployment} />
        </TabPanel>
        <TabPanel id="metrics">
          <JobMetrics target={target} />
        </TabPanel>
        <TabPanel id="definition">
          <JobDefinition job={job} deployment={deployment} />
          <JobEnvironments job={job} deployment={deployment} />
          <ResolvedConfiguration job={job} deployment={deployment} />
        </TabPanel>
        <TabPanel id="diagnostics">
          <JobDiagnostics deployment={deployment} />
        </TabPanel>
      </Tabs>
    </div>
  );
}

/** Why the state is what it is, unless the reasons of the health say it already. */
function ObservationMessage({ deployment }: { deployment: Deployment }) {
  const { message, health } = deployment.observation;
  const isSaid =
    deployment.deployedVersion === undefined ||
    health.reasons.some(reason => reason.message === message);
  if (!message || isSaid) return null;
  return (
    <Text as="p" variant="body-medium" className={styles.message}>
      {message}
    </Text>
  );
}
