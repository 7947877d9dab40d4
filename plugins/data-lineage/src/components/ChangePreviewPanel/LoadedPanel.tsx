import { Alert, Skeleton, Text } from '@backstage/ui';
import {
  EntityLink,
  LoadFailure,
  Section,
  StaleNotice,
} from '@datalark/backstage-plugin-data-entities-react';
import { ChangePreview } from '@datalark/backstage-plugin-data-lineage-common';
import type { ChangePreviewPanelProps } from '@datalark/backstage-plugin-data-lineage-react';
import { LineageQueryProvider } from '../../hooks/LineageQueryProvider';
import { useChangePreview } from '../../hooks/useChangePreview';
import { isWithoutBackEnd } from '../../logic/isWithoutBackEnd';
import { useText } from '../../hooks/useText';
import { OwnerImpact } from '../ImpactReport/OwnerImpact';
import { ChangedLinks } from './ChangedLinks';
import { ChangeGraph } from './ChangeGraph';
import styles from './ChangePreviewPanel.module.css';

/** The panel itself, loaded on demand. */
export default function LoadedPanel(props: ChangePreviewPanelProps) {
  return (
    <LineageQueryProvider>
      <Preview {...props} />
    </LineageQueryProvider>
  );
}

function Preview({
  request,
  debounce = 600,
  onState,
}: ChangePreviewPanelProps) {
  const t = useText();
  const preview = useChangePreview(request, debounce, onState);
  if (!request || isWithoutBackEnd(preview.error)) return null;
  if (preview.error && !preview.data) {
    return (
      <LoadFailure
        title={t('preview.failed')}
        error={preview.error}
        onRetry={preview.refetch}
      />
    );
  }
  if (!preview.data) {
    return (
      <Skeleton
        style={{ width: '100%', height: 120 }}
        aria-label={t('view.loading')}
      />
    );
  }
  return (
    <div
      data-stale={preview.isPlaceholderData || undefined}
      className={styles.panel}
    >
      <Section title={t('preview.title')}>
        <StaleNotice
          query={preview}
          title={when => t('load.stale', { when })}
        />
        <Loaded preview={preview.data} />
      </Section>
    </div>
  );
}

function Loaded({ preview }: { preview: ChangePreview }) {
  const t = useText();
  const { review, problems, added, removed, graph, impact } = preview;
  const owners = impact.flatMap(report => report.owners);
  const hidden = impact.reduce((sum, report) => sum + report.hidden, 0);
  return (
    <>
      {review.required && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t(
            review.reasonSuffices
              ? 'preview.reasonRequired'
              : 'preview.reviewRequired',
          )}
          description={
            <>
              {review.reasons.map(reason => (
                <div key={reason}>{reason}</div>
              ))}
              {review.approvers.length > 0 && (
                <div>
                  {t('preview.approvers')}{' '}
                  {review.approvers.map(ref => (
                    <span key={ref} className={styles.approver}>
                      {/* Whom one may not see is said in words. */}
                      {ref.includes(':') ? <EntityLink entityRef={ref} /> : ref}
                    </span>
                  ))}
                </div>
              )}
            </>
          }
        />
      )}
      {problems.length > 0 && (
        <ul className={styles.problems} aria-label={t('preview.problems')}>
          {problems.map((problem, i) => (
            <li key={i} data-severity={problem.severity}>
              <strong>{t(`severity.${problem.severity}`)}</strong>{' '}
              {problem.span &&
                t('link.position', {
                  line: String(problem.span.start.line),
                  column: String(problem.span.start.column),
                })}{' '}
              {problem.message}
            </li>
          ))}
        </ul>
      )}
      <ChangeGraph graph={graph} />
      <ChangedLinks
        title={t('preview.added', { count: added.length })}
        links={added}
        graph={graph}
      />
      <ChangedLinks
        title={t('preview.removed', { count: removed.length })}
        links={removed}
        graph={graph}
      />
      {added.length + removed.length === 0 && (
        <Text as="p">{t('preview.unchanged')}</Text>
      )}
      {(owners.length > 0 || hidden > 0) && (
        <Section title={t('preview.downstream')}>
          {hidden > 0 && (
            <Text as="p">{t('impact.hidden', { count: hidden })}</Text>
          )}
          {owners.map((each, i) => (
            <OwnerImpact key={i} {...each} />
          ))}
        </Section>
      )}
    </>
  );
}
