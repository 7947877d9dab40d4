import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';
import { RiErrorWarningLine, RiInformationLine } from '@remixicon/react';
import { useText } from '../../hooks/useText';
import styles from './DefinitionProblems.module.css';

/** What is wrong with a definition: where, what, and what to do. */
export function DefinitionProblems(props: { problems: DefinitionProblem[] }) {
  const t = useText();
  return (
    <ul className={styles.list}>
      {props.problems.map((problem, index) => (
        <li
          key={index}
          className={styles.item}
          data-severity={problem.severity}
        >
          <span className={styles.icon} aria-hidden="true">
            {problem.severity === 'error' ? (
              <RiErrorWarningLine size={16} />
            ) : (
              <RiInformationLine size={16} />
            )}
          </span>
          <div className={styles.body}>
            <div>
              <strong>{t(`problem.${problem.severity}`)}</strong>
              <ProblemPlace problem={problem} />
            </div>
            <div className={styles.message}>{problem.message}</div>
            {problem.remedy && (
              <div>{t('problem.remedy', { remedy: problem.remedy })}</div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function ProblemPlace({ problem }: { problem: DefinitionProblem }) {
  const t = useText();
  const { statement, line, column, field } = problem;
  const parts: string[] = [];
  if (statement && line && column) {
    parts.push(t('problem.place', place(statement, line, column)));
  } else {
    if (statement) {
      parts.push(t('problem.statement', { statement: String(statement) }));
    }
    if (line && column) {
      parts.push(
        t('problem.lineColumn', { line: String(line), column: String(column) }),
      );
    } else if (line) {
      parts.push(t('problem.line', { line: String(line) }));
    }
  }
  if (field) parts.push(t('problem.field', { field }));
  return parts.length ? (
    <span className={styles.place}>{parts.join(' · ')}</span>
  ) : null;
}

function place(statement: number, line: number, column: number) {
  return {
    statement: String(statement),
    line: String(line),
    column: String(column),
  };
}
