import type {
  OptionDescription,
  PluginDescription,
} from '../catalog/PluginDescription';
import type { JsonObject, JsonValue } from '../model/JsonValue';
import { conditionThatHolds } from '../rules/checkRules';
import { givenValue } from '../rules/optionValue';

/** What the rules of a plugin say of its options for the given values. */
export class RuleState {
  readonly #described: Map<string, OptionDescription>;
  private readonly plugin: Pick<PluginDescription, 'options' | 'rules'>;
  private readonly values: JsonObject;

  constructor(
    plugin: Pick<PluginDescription, 'options' | 'rules'>,
    values: JsonObject,
  ) {
    this.plugin = plugin;
    this.values = values;
    this.#described = new Map(plugin.options.map(o => [o.key, o]));
  }

  /** A conditional rule that names the option holds. */
  applies(key: string): boolean {
    return this.plugin.rules.some(
      rule =>
        rule.rule === 'conditional' &&
        rule.options.includes(key) &&
        conditionThatHolds(rule, this.values, this.#describe) !== undefined,
    );
  }

  isRequired(option: OptionDescription, value?: JsonValue): boolean {
    const { key } = option;
    return this.plugin.rules
      .filter(rule => rule.options.includes(key))
      .some(rule => {
        switch (rule.rule) {
          case 'required':
            return option.default === undefined;
          case 'conditional':
            return option.default === undefined && this.applies(key);
          case 'exclusive':
            return !rule.options.some(
              other => other !== key && this.#isGiven(other),
            );
          default:
            return (
              value === undefined &&
              rule.options.some(other => this.#isGiven(other))
            );
        }
      });
  }

  alternatives(key: string): string[] | undefined {
    return this.plugin.rules.find(
      rule => rule.rule === 'exclusive' && rule.options.includes(key),
    )?.options;
  }

  #isGiven(key: string): boolean {
    return givenValue(this.values, this.#describe(key)) !== undefined;
  }

  readonly #describe = (key: string): OptionDescription =>
    this.#described.get(key) ?? { key, type: 'object' };
}
