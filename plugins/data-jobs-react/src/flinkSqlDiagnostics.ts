import { linter, setDiagnosticsEffect } from '@codemirror/lint';
import { Extension, Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { checkScript } from '@datalark/flink-sql';

/** Milliseconds without a key before the script is read. */
const DELAY = 400;

/**
 * What Flink's parser would refuse, and where; lines and columns count from 1.
 *
 * @public
 */
export type ScriptDiagnostic = {
  severity: 'error' | 'warning';
  message: string;
  line: number;
  column: number;
};

/**
 * Marks in the text what Flink's parser would refuse; F8 goes from one to the
 * next. `onFound` hears of each list. Whether the script runs, the engine says.
 *
 * @public
 */
export function flinkSqlDiagnostics(
  onFound: (found: ScriptDiagnostic[]) => void,
): Extension[] {
  return [
    linter(
      ({ state }) =>
        checkScript(state.doc.toString()).map(
          ({ severity, message, span }) => ({
            severity,
            message,
            from: span.start,
            to: span.end,
          }),
        ),
      { delay: DELAY },
    ),
    EditorView.updateListener.of(({ transactions, state }) => {
      for (const effect of transactions.flatMap(one => one.effects)) {
        if (effect.is(setDiagnosticsEffect)) {
          onFound(
            effect.value.map(({ severity, message, from }) => ({
              severity: severity === 'error' ? 'error' : 'warning',
              message,
              ...placeOf(state.doc, from),
            })),
          );
        }
      }
    }),
  ];
}

function placeOf(doc: Text, offset: number) {
  const { number, from } = doc.lineAt(Math.min(offset, doc.length));
  return { line: number, column: offset - from + 1 };
}
