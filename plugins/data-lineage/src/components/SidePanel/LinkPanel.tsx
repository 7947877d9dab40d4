import {
  ColumnLink,
  ColumnTransformation,
  LineageGraph,
} from '@datalark/backstage-plugin-data-lineage-common';
import { useDefinitionText } from '../../hooks/useDefinitionText';
import { useText } from '../../hooks/useText';
import { spanText } from '../../logic/spanText';
import { transformationKey } from '../../logic/transformationKey';
import { NodeName } from './NodeName';
import { OriginList } from './OriginList';
import styles from './SidePanel.module.css';

/** Facts of a line between two columns. */
export function LinkPanel(props: { link: ColumnLink; graph: LineageGraph }) {
  return <LinkFacts {...props} />;
}

/** What happens between two columns: by which job, how, and the SQL that does it. */
export function LinkFacts(props: { link: ColumnLink; graph: LineageGraph }) {
  const t = useText();
  const { link, graph } = props;
  const job = graph.nodes.find(node => node.id === link.job);
  const entityRef = job && !job.hidden ? job.entityRef : undefined;
  const hasSpan = link.transformations.some(each => each.span);
  const text = useDefinitionText(hasSpan ? entityRef : undefined);
  return (
    <>
      <div>
        <NodeName id={link.from.node} graph={graph} />.{link.from.column} →{' '}
        <NodeName id={link.to.node} graph={graph} />
        {link.to.column === undefined
          ? ` (${t('link.whole')})`
          : `.${link.to.column}`}
      </div>
      {link.job && (
        <div className={styles.detail}>
          {t('link.job')} <NodeName id={link.job} graph={graph} />
        </div>
      )}
      <div className={styles.detail}>
        <OriginList origins={link.origins} />
        {link.change && ` · ${t(`change.${link.change}`)}`}
      </div>
      {link.transformations.map((each, i) => (
        <Transformation key={i} transformation={each} text={text} />
      ))}
    </>
  );
}

function Transformation(props: {
  transformation: ColumnTransformation;
  text?: string;
}) {
  const t = useText();
  const { transformation, text } = props;
  const { span, description, masking } = transformation;
  const sql = span && text !== undefined ? spanText(text, span) : undefined;
  return (
    <div>
      <strong>
        {t(`transformation.${transformationKey(transformation)}`)}
      </strong>
      {masking && ` · ${t('link.masking')}`}
      {sql ? (
        <pre className={styles.sql}>{sql}</pre>
      ) : (
        description && <pre className={styles.sql}>{description}</pre>
      )}
      {span && (
        <div className={styles.detail}>
          {t('link.position', {
            line: String(span.start.line),
            column: String(span.start.column),
          })}
        </div>
      )}
    </div>
  );
}
