// @ts-check

/**
 * Times are ISO 8601 text in UTC, leases are milliseconds since 1970, JSON is text.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('jobs', table => {
    table.comment('Data jobs: Git-owned ones as last read, portal-owned ones');
    table.string('entity_ref').primary();
    table.string('namespace').notNullable();
    table.string('name').notNullable();
    table.text('title');
    table.text('description');
    table.text('search_text').notNullable().comment('lower case');
    table.string('owner').notNullable().index();
    table.string('system').index();
    table.string('type').notNullable().index();
    table.string('processing').notNullable();
    table.string('origin').notNullable().index();
    table.text('spec', 'longtext').notNullable();
    table.string('run_hash').notNullable();
    table.integer('latest_version').notNullable();
    table.integer('revision').notNullable().defaultTo(1);
    table.string('etag').comment('of the entity in the catalog');
    table.text('location').comment('where a Git-owned job is written');
    table.string('missing_since').comment('not in the catalog since');
    table.string('created_at').notNullable();
    table.string('updated_at').notNullable();
    table.index(['name', 'entity_ref']);
  });

  await knex.schema.createTable('job_versions', table => {
    table.comment('Definitions; never changed once written');
    table.string('entity_ref').notNullable();
    table.integer('version').notNullable();
    table.text('spec', 'longtext').notNullable();
    table.string('created_at').notNullable();
    table.string('created_by').notNullable();
    table.text('message');
    table.primary(['entity_ref', 'version']);
  });

  await knex.schema.createTable('deployments', table => {
    table.comment('A job in one environment: desired, observed, health');
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table.string('engine').notNullable();
    table.string('desired').notNullable();
    table.string('desired_by').comment('who last changed it; catalog for Git');
    table.integer('deployed_version');
    table.integer('auto_version').comment('last version autoDeploy dealt with');
    table.string('engine_job_id');
    table.string('run_id');
    table.string('submitting_since').comment('an id is stored, the answer not');
    table.string('submitted_at');
    table.string('observed').notNullable();
    table.string('observed_at').notNullable();
    table.string('since').notNullable();
    table.string('last_known_state');
    table.string('last_known_at');
    table.string('last_known_since');
    table.string('health').notNullable();
    table.text('health_reasons').notNullable();
    table.text('message');
    table.integer('tasks_total');
    table.integer('tasks_running');
    table.bigInteger('records_read');
    table.bigInteger('records_written');
    table.string('last_change_at');
    table.string('last_change_by');
    table.string('last_change_verb');
    table.string('last_change_state');
    table.string('last_change_operation');
    table.string('snapshots_checked_at');
    table.primary(['entity_ref', 'environment']);
    table.index(['engine', 'engine_job_id']);
    table.index(['observed']);
    table.index(['health']);
    table.index(['desired']);
    table.index(['last_change_at']);
  });

  await knex.schema.createTable('runs', table => {
    table.comment('Incarnations of deployments on engines');
    table.string('id').primary();
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table.string('engine').notNullable();
    table.string('engine_job_id').notNullable();
    table.integer('version').notNullable();
    table.string('state').notNullable();
    table.string('started_at').notNullable();
    table.string('ended_at');
    table.text('restored_from');
    table.bigInteger('records_read');
    table.bigInteger('records_written');
    table.text('message');
    table.index(['entity_ref', 'environment', 'started_at']);
  });

  await knex.schema.createTable('operations', table => {
    table.comment('Verbs as durable records');
    table.string('id').primary();
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table.string('verb').notNullable();
    table.text('params').notNullable();
    table.string('state').notNullable();
    table.text('steps', 'longtext').notNullable();
    table
      .text('progress')
      .notNullable()
      .comment('ids stored before they are used');
    table.string('requested_by').notNullable();
    table.string('surface').notNullable();
    table.text('reason');
    table.integer('version_before');
    table.integer('version_after');
    table.string('created_at').notNullable();
    table.string('started_at');
    table.string('ended_at');
    table.text('error', 'longtext');
    table.string('lease_owner');
    table.bigInteger('lease_until').notNullable().defaultTo(0);
    table
      .string('active_key', 400)
      .unique()
      .comment('set while not ended: one active operation per deployment');
    table.index(['entity_ref', 'environment', 'created_at']);
    table.index(['state', 'lease_until']);
  });

  await knex.schema.createTable('snapshots', table => {
    table.comment('Savepoints and checkpoints that a restore can use');
    table.increments('row_id');
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table.string('id').notNullable();
    table.string('kind').notNullable();
    table.string('location', 1024).notNullable();
    table.string('created_at').notNullable();
    table.bigInteger('size_bytes');
    table.bigInteger('duration_ms');
    table.string('engine_job_id').notNullable();
    table.string('run_id');
    table.integer('version');
    table.string('triggered_by');
    table.unique(['entity_ref', 'environment', 'location']);
    table.index(['entity_ref', 'environment', 'created_at']);
  });

  await knex.schema.createTable('engines', table => {
    table.comment('What engines were last seen to be');
    table.string('name').primary();
    table.string('reachable').notNullable();
    table.string('since').notNullable();
    table.string('observed_at').notNullable();
    table.text('info');
    table.text('problems').notNullable();
  });

  await knex.schema.createTable('jars', table => {
    table.comment('Uploaded jars; the files are in the jar store');
    table.string('sha256').primary();
    table.text('file_name').notNullable();
    table.bigInteger('size_bytes').notNullable();
    table.string('uploaded_at').notNullable();
    table.string('uploaded_by').notNullable();
  });

  await knex.schema.createTable('leases', table => {
    table.comment('Which replica does what only one may do');
    table.string('name').primary();
    table.string('owner').notNullable();
    table.bigInteger('until').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'leases',
    'jars',
    'engines',
    'snapshots',
    'operations',
    'runs',
    'deployments',
    'job_versions',
    'jobs',
  ]) {
    await knex.schema.dropTable(table);
  }
};
