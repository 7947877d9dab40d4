import { DefinitionProblem } from '@datalark/backstage-plugin-data-jobs-common';
import { ResolvedDefinition } from '@datalark/backstage-plugin-data-jobs-node';
import { definitionField } from '../submit/definitionField';
import { settingProblems } from '../submit/flinkSettings';
import { JarRules } from './jarRules';

/** Checks the definition of a jar job; the jar itself is judged when it runs. */
export function validateJar(
  definition: ResolvedDefinition,
  rules: JarRules,
): DefinitionProblem[] {
  const problems = settingProblems(definition);
  const jar = definitionField(definition, 'jar');
  const mainClass = definitionField(definition, 'mainClass');
  const args = definitionField(definition, 'args');
  const say = (field: string, message: string, remedy: string) =>
    problems.push({ severity: 'error', field, message, remedy });
  if (!definition.jarPath) {
    if (typeof jar !== 'string' || jar === '') {
      say('definition.jar', 'There is no jar to run.', 'Upload or name a jar.');
    } else {
      const refusal = rules.refusal(jar);
      if (refusal) say('definition.jar', refusal.message, refusal.remedy);
    }
  }
  const isClassName =
    mainClass === undefined ||
    (typeof mainClass === 'string' &&
      /^[\p{L}_$][\p{L}\p{N}_$]*(\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u.test(
        mainClass,
      ));
  if (!isClassName) {
    say(
      'definition.mainClass',
      `${JSON.stringify(mainClass)} is no name of a Java class.`,
      'Write it with its package, as in com.example.Main.',
    );
  }
  if (args !== undefined && !Array.isArray(args)) {
    say(
      'definition.args',
      'The arguments are no list.',
      'Write one entry per argument.',
    );
  }
  return problems;
}
