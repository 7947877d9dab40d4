// @ts-check

/**
 * Times are milliseconds since 1970; `valid_to` of what still holds is
 * 8640000000000000. Rows with `superseded_at` are what was believed before.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('events', table => {
    table.comment('Raw events as they came in: the graph is made of them');
    table.bigIncrements('seq');
    table.string('id', 43).notNullable().unique().comment('of the content');
    table.smallint('origin').notNullable();
    table.string('source').notNullable().comment('by whom it came');
    table.string('run_key', 43).notNullable().index();
    table.bigInteger('event_time').notNullable().index();
    table.bigInteger('received_at').notNullable();
    table.string('sent_by');
    table.text('problem').comment('why the graph is without it');
    table.binary('body').notNullable().comment('JSON, deflated');
  });

  await knex.schema.createTable('pending_events', table => {
    table.comment('Events that the graph does not have yet');
    table.bigInteger('seq').primary();
  });

  await knex.schema.createTable('locks', table => {
    table.comment('Rows that writers lock');
    table.string('name').primary();
    table
      .integer('generation')
      .notNullable()
      .defaultTo(0)
      .comment('counts how often all was made anew');
  });
  await knex('locks').insert([{ name: 'derive' }]);

  await knex.schema.createTable('nodes', table => {
    table.comment('Names of datasets and jobs');
    table.increments('id');
    table
      .string('key', 43)
      .notNullable()
      .unique()
      .comment('of type and normalised name');
    table.string('type', 7).notNullable();
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.text('search_text').notNullable().comment('lower case');
    table
      .integer('canonical_id')
      .notNullable()
      .index()
      .comment('the node that this name leads to');
  });

  await knex.schema.createTable('symlinks', table => {
    table.comment('Other names of a dataset, as events say');
    table.integer('node_id').notNullable();
    table.integer('symlink_id').notNullable().index();
    table.string('type');
    table.primary(['node_id', 'symlink_id']);
  });

  await knex.schema.createTable('aliases', table => {
    table.comment('Other names of a dataset, as people say');
    table.integer('node_id').primary();
    table.integer('target_id').notNullable().index();
    table.string('created_by').notNullable();
    table.bigInteger('created_at').notNullable();
  });

  await knex.schema.createTable('columns', table => {
    table.comment('Columns that a schema or an edge has named');
    table.increments('id');
    table.integer('node_id').notNullable();
    table.string('name', 500).notNullable();
    table.string('search_text', 500).notNullable().comment('lower case');
    table.unique(['node_id', 'name']);
  });

  await knex.schema.createTable('schemas', table => {
    table.comment('Schemas of datasets, and when events told them');
    table.increments('id');
    table.integer('node_id').notNullable();
    table.string('hash', 43).notNullable();
    table.text('fields', 'longtext').notNullable();
    table.bigInteger('first_at').notNullable();
    table.bigInteger('last_at').notNullable();
    table.unique(['node_id', 'hash']);
  });

  await knex.schema.createTable('scopes', table => {
    table.comment('Who says something about a job or dataset, and how');
    table.increments('id');
    table.integer('node_id').notNullable();
    table.smallint('origin').notNullable();
    table.string('source').notNullable();
    table.bigInteger('last_seen_at').notNullable();
    table.string('run_state', 8).comment('of the newest run');
    table.bigInteger('run_started_at');
    table.string('run_key', 43);
    table.string('processing', 16);
    table.string('integration', 100);
    table.bigInteger('facets_at').comment('when those two were told');
    table.boolean('has_columns').notNullable().defaultTo(false);
    table
      .bigInteger('pruned_before')
      .comment('runs that started earlier are gone');
    table
      .integer('uniform_statement')
      .comment('all that runs have said since uniform_since');
    table.bigInteger('uniform_since');
    table.unique(['node_id', 'origin', 'source']);
  });

  await knex.schema.createTable('statements', table => {
    table.comment('What events say about flows, each once');
    table.increments('id');
    table.string('hash', 43).notNullable().unique();
    table.text('body', 'longtext').notNullable();
  });

  await knex.schema.createTable('runs', table => {
    table.comment('Runs, and events without a run, with what they said');
    table.bigIncrements('id');
    table.string('key', 43).notNullable().unique();
    table.integer('scope_id').notNullable();
    table.text('run_id');
    table.bigInteger('started_at').notNullable();
    table.bigInteger('completed_at');
    table.bigInteger('state_at');
    table.string('state', 8);
    table
      .boolean('is_open_ended')
      .notNullable()
      .comment('streaming or service');
    table
      .bigInteger('settled_at')
      .comment('from then on it replaces older runs');
    table.boolean('settles_columns').notNullable();
    table.text('statements').notNullable().comment('[time, id][]');
    table.index(['scope_id', 'started_at']);
  });

  await knex.schema.createTable('transformations', table => {
    table.comment('What happens between columns, each once');
    table.increments('id');
    table.string('hash', 43).notNullable().unique();
    table.text('body').notNullable();
  });

  /** @param {import('knex').Knex.CreateTableBuilder} table */
  const bitemporal = table => {
    table.integer('scope_id').notNullable();
    table.smallint('origin').notNullable();
    table.bigInteger('valid_from').notNullable();
    table.bigInteger('valid_to').notNullable();
    table.bigInteger('recorded_at').notNullable();
    table.bigInteger('superseded_at');
  };
  const current = knex.whereNull('superseded_at');

  await knex.schema.createTable('edges', table => {
    table.comment('Data flows from a node to a node');
    table.bigIncrements('id');
    table.integer('from_id').notNullable();
    table.integer('to_id').notNullable();
    bitemporal(table);
    table.index(['from_id'], 'edges_from', { predicate: current });
    table.index(['to_id'], 'edges_to', { predicate: current });
    table.index(['scope_id'], 'edges_scope', { predicate: current });
  });

  await knex.schema.createTable('column_edges', table => {
    table.comment('A column feeds a column');
    table.bigIncrements('id');
    table.integer('from_id').notNullable();
    table.integer('to_id').notNullable();
    table.integer('transformation_id').notNullable();
    bitemporal(table);
    table.index(['from_id'], 'column_edges_from', { predicate: current });
    table.index(['to_id'], 'column_edges_to', { predicate: current });
    table.index(['scope_id'], 'column_edges_scope', { predicate: current });
  });

  await knex.schema.createTable('influences', table => {
    table.comment('A column influences a whole dataset');
    table.bigIncrements('id');
    table.integer('from_id').notNullable();
    table.integer('to_id').notNullable().comment('a node');
    table.integer('transformation_id').notNullable();
    bitemporal(table);
    table.index(['from_id'], 'influences_from', { predicate: current });
    table.index(['to_id'], 'influences_to', { predicate: current });
    table.index(['scope_id'], 'influences_scope', { predicate: current });
  });

  await knex.schema.createTable('entity_links', table => {
    table.comment('Nodes that catalog entities stand for');
    table.integer('node_id').primary();
    table.string('entity_ref').notNullable().index();
    table.string('kind').notNullable();
    table.text('title');
    table.string('owner').index();
    table.string('system').index();
    table.string('source').index().comment('DataSource that holds the dataset');
    table.text('data').comment('JSON, whatever else is shown');
  });

  await knex.schema.createTable('source_links', table => {
    table.comment('Namespaces that DataSource entities stand for');
    table.string('namespace', 500).primary();
    table.string('source').notNullable().index();
    table.string('owner');
    table.string('system');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'source_links',
    'entity_links',
    'influences',
    'column_edges',
    'edges',
    'transformations',
    'runs',
    'statements',
    'scopes',
    'schemas',
    'columns',
    'aliases',
    'symlinks',
    'nodes',
    'locks',
    'pending_events',
    'events',
  ]) {
    await knex.schema.dropTable(table);
  }
};
