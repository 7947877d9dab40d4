import {
  ColumnLink,
  LineageGraph,
} from '@datalark/backstage-plugin-data-lineage-common';
import { Section } from '@datalark/backstage-plugin-data-entities-react';
import { LinkFacts } from '../SidePanel/LinkPanel';
import styles from './ChangePreviewPanel.module.css';

/** Columns that a change would join or part. */
export function ChangedLinks(props: {
  title: string;
  links: ColumnLink[];
  graph: LineageGraph;
}) {
  const { title, links, graph } = props;
  if (links.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={styles.links}>
        {links.map((link, i) => (
          <li key={i} data-change={link.change}>
            <LinkFacts link={link} graph={graph} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
