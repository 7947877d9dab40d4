import { useId, useMemo, useState } from 'react';
import { JobPlan } from '@datalark/backstage-plugin-data-jobs-common';
import { ScrollRegion } from '@datalark/backstage-plugin-data-entities-react';
import { useText } from '../../hooks/useText';
import { GRAPH_SIZES, graphLayout } from '../../logic/graphLayout';
import { vertexLoad } from '../../logic/vertexLoad';
import { useVertexFacts } from './useVertexFacts';
import styles from './JobGraph.module.css';

type PlanNode = JobPlan['nodes'][number];

/** Vertices as cards from sources to sinks; a chosen one shows what it is joined to. */
export function GraphPicture({ plan }: { plan: JobPlan }) {
  const t = useText();
  const arrow = useId();
  const layout = useMemo(() => graphLayout(plan), [plan]);
  const [chosen, setChosen] = useState<string>();
  const isNear = (edge: { from: string; to: string }) =>
    edge.from === chosen || edge.to === chosen;
  return (
    <>
      <ScrollRegion className={styles.scroll} label={t('insight.plan.graph')}>
        <div
          className={styles.graph}
          style={{ width: layout.width, height: layout.height }}
        >
          <svg
            className={styles.edges}
            width={layout.width}
            height={layout.height}
            aria-hidden="true"
          >
            <defs>
              <marker
                id={arrow}
                markerWidth="8"
                markerHeight="8"
                refX="6"
                refY="4"
                orient="auto"
                markerUnits="userSpaceOnUse"
              >
                <path d="M0,0 L8,4 L0,8 z" className={styles.arrow} />
              </marker>
            </defs>
            {layout.edges.map(edge => (
              <path
                key={`${edge.from} ${edge.to}`}
                d={edge.path}
                className={styles.edge}
                data-near={isNear(edge) || undefined}
                markerEnd={`url(#${arrow})`}
              />
            ))}
          </svg>
          <ol className={styles.nodes}>
            {layout.nodes.map(({ node, x, y }) => (
              <li key={node.id}>
                <Vertex
                  node={node}
                  place={{ left: x, top: y }}
                  isChosen={chosen === node.id}
                  onChoose={() =>
                    setChosen(chosen === node.id ? undefined : node.id)
                  }
                />
              </li>
            ))}
          </ol>
        </div>
      </ScrollRegion>
      <div role="status">
        {chosen !== undefined && <Neighbours plan={plan} id={chosen} />}
      </div>
    </>
  );
}

function Vertex(props: {
  node: PlanNode;
  place: { left: number; top: number };
  isChosen: boolean;
  onChoose(): void;
}) {
  const t = useText();
  const { node } = props;
  const facts = useVertexFacts()(node);
  const { width, height } = GRAPH_SIZES;
  return (
    <button
      type="button"
      className={styles.node}
      style={{ ...props.place, width, height }}
      data-load={vertexLoad(node)}
      aria-pressed={props.isChosen}
      title={node.name}
      onClick={props.onChoose}
    >
      <span className={styles.name}>{node.name}</span>
      <span className={styles.fact}>
        {[
          facts.load,
          node.parallelism !== undefined &&
            t('insight.plan.parallelism', {
              parallelism: String(node.parallelism),
            }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {facts.tasks && <span className={styles.fact}>{facts.tasks}</span>}
      {(facts.busy || facts.backpressured) && (
        <span className={styles.fact}>
          {t('graph.busyText', {
            busy: facts.busy ?? t('job.notKnown'),
            backpressured: facts.backpressured ?? t('job.notKnown'),
          })}
        </span>
      )}
      {facts.records && <span className={styles.fact}>{facts.records}</span>}
      {facts.lag && (
        <span className={styles.fact}>
          {t('graph.lagText', { lag: facts.lag })}
        </span>
      )}
    </button>
  );
}

function Neighbours({ plan, id }: { plan: JobPlan; id: string }) {
  const t = useText();
  const name = (of: string) =>
    plan.nodes.find(node => node.id === of)?.name ?? of;
  const feeds = plan.edges.filter(edge => edge.from === id);
  const fedBy = plan.edges.filter(edge => edge.to === id);
  return (
    <div className={styles.details}>
      <strong>{name(id)}</strong>
      {fedBy.map(edge => (
        <div key={edge.from}>
          {t('graph.fedBy', { source: name(edge.from) })}
        </div>
      ))}
      {feeds.map(edge => (
        <div key={edge.to}>
          {edge.label
            ? t('insight.plan.feedsBy', {
                target: name(edge.to),
                label: edge.label,
              })
            : t('insight.plan.feeds', { target: name(edge.to) })}
        </div>
      ))}
    </div>
  );
}
