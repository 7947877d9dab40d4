const TYPES = {
  String: 'string',
  Integer: 'int',
  Long: 'long',
  Boolean: 'boolean',
  Double: 'double',
  BigDecimal: 'decimal',
  Enum: 'enum',
  'List<String>': 'list<string>',
  'List<Enum>': 'list<enum>',
  'Map<String,String>': 'map<string>',
};

/**
 * Makes the catalogue that is shipped of what OptionCatalog.java wrote: short
 * types, conditions as "any of all of", no empty fields. `left` says what was
 * left out, and why.
 */
export function compactCatalog(raw, wanted) {
  const left = raw.errors.map(
    ({ jar, factory, error }) => `left out ${factory} of ${jar}: ${error}`,
  );
  const plugins = [];
  for (const connector of wanted.connectors) {
    const version = connector.version ?? wanted.seatunnel;
    const jar = `${connector.artifact}-${version}.jar`;
    // CDC and Hive jars repeat other plugins: only the named ones are theirs.
    for (const plugin of raw.plugins.filter(p => p.jar === jar)) {
      if (!connector.plugins.includes(plugin.name)) {
        left.push(
          `left out ${plugin.kind} ${plugin.name} of ${jar}: not its own`,
        );
        continue;
      }
      plugins.push({
        kind: plugin.kind,
        name: plugin.name,
        artifact: connector.artifact,
        ...(version !== wanted.seatunnel && { version }),
        ...optionsAndRules(plugin),
      });
    }
  }
  plugins.sort((a, b) =>
    `${a.kind} ${a.name}`.localeCompare(`${b.kind} ${b.name}`, 'en'),
  );
  return {
    catalog: {
      seatunnel: wanted.seatunnel,
      env: raw.common.EnvCommonOptions.map(compactOption),
      plugins,
    },
    left,
  };
}

function optionsAndRules({ required, optional }) {
  const options = new Map();
  const rules = [];
  for (const group of required) {
    for (const option of group.options) add(options, option);
    rules.push({
      rule: group.rule,
      options: group.options.map(option => option.key),
      ...(group.when && { when: anyOfAllOf(group.when) }),
    });
  }
  for (const option of optional) add(options, option);
  const free = new Set(optional.map(option => option.key));
  for (const { rule, options: keys } of rules) {
    if (rule !== 'conditional') keys.forEach(key => free.add(key));
  }
  for (const option of options.values()) {
    if (!free.has(option.key)) option.conditional = true;
  }
  return { options: [...options.values()], rules };
}

function add(options, option) {
  if (!options.has(option.key)) options.set(option.key, compactOption(option));
}

function compactOption(option) {
  const { key, description } = option;
  const said = description?.trim();
  return {
    key,
    type: TYPES[option.type] ?? structure(option.type),
    ...(option.default !== undefined && { default: option.default }),
    ...(option.values && { values: option.values }),
    ...(option.fallback && { fallback: option.fallback }),
    ...(said && said !== key && { description: said }),
  };
}

function structure(type) {
  if (type.startsWith('List<')) return 'list';
  return type.startsWith('Map') ? 'map' : 'object';
}

/** Disjunctive normal form of SeaTunnel's right-associative expressions. */
function anyOfAllOf(expression) {
  const own = conditionCases(expression.condition);
  return combine(own, expression, anyOfAllOf);
}

function conditionCases(condition) {
  return combine(
    [[[condition.option, condition.value]]],
    condition,
    conditionCases,
  );
}

function combine(own, node, recurse) {
  if (!node.next) return own;
  const next = recurse(node.next);
  return node.and
    ? own.flatMap(a => next.map(b => [...a, ...b]))
    : [...own, ...next];
}
