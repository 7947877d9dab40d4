import { useState } from 'react';
import { Button, Text } from '@backstage/ui';
import { Section } from '@datalark/backstage-plugin-data-entities-react';
import {
  DeploymentTarget,
  useDeploymentQuery,
} from '../../hooks/useDeploymentQuery';
import { useText } from '../../hooks/useText';
import { InsightView } from '../Insight';
import { GraphPicture } from './GraphPicture';
import { GraphTable } from './GraphTable';

/** The job as the engine runs it, with what is busy, blocked or behind; as a picture or a table. */
export function JobGraph(props: { target: DeploymentTarget }) {
  const t = useText();
  const [isTable, setIsTable] = useState(false);
  const plan = useDeploymentQuery('getPlan', props.target, {
    interval: 10_000,
  });
  return (
    <Section
      title={t('insight.plan.title')}
      actions={
        <Button
          size="small"
          variant="secondary"
          onPress={() => setIsTable(!isTable)}
        >
          {isTable ? t('graph.showGraph') : t('graph.showTable')}
        </Button>
      }
    >
      <InsightView query={plan}>
        {value => {
          if (value.nodes.length === 0) {
            return <Text as="p">{t('insight.plan.empty')}</Text>;
          }
          return isTable ? (
            <GraphTable plan={value} />
          ) : (
            <GraphPicture plan={value} />
          );
        }}
      </InsightView>
    </Section>
  );
}
