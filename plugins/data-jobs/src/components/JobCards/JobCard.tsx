import { ReactNode } from 'react';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { DataJobsQueryProvider } from '../../hooks/DataJobsQueryProvider';

/** A card on the page of another entity. */
export function JobCard(props: { title: string; children: ReactNode }) {
  return (
    <EntityInfoCard title={props.title}>
      <DataJobsQueryProvider>{props.children}</DataJobsQueryProvider>
    </EntityInfoCard>
  );
}
