// @ts-check

/**
 * What was measured of jobs over time, and the failures that they had; both
 * outlive the run. `at` is milliseconds since 1970.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('job_metrics', table => {
    table.comment('Samples of jobs: raw ones (resolution 0) and averages');
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table
      .integer('resolution')
      .notNullable()
      .comment('0, or the milliseconds that were put together');
    table.bigInteger('at').notNullable();
    table.string('run_id');
    table.text('sample').notNullable().comment('JSON: series name to number');
    table.primary(['entity_ref', 'environment', 'resolution', 'at']);
    table.index(['resolution', 'at']);
  });

  await knex.schema.createTable('job_exceptions', table => {
    table.comment('Failures of jobs, alike ones together, over all runs');
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table.string('fingerprint').notNullable();
    table.string('name', 1024).notNullable();
    table.text('message', 'longtext').notNullable();
    table.string('first_at').notNullable();
    table.string('last_at').notNullable();
    table.integer('occurrences').notNullable();
    table.string('first_run_id');
    table.string('last_run_id');
    table.text('first', 'longtext').notNullable().comment('JSON');
    table.text('last', 'longtext').notNullable().comment('JSON');
    table.primary(['entity_ref', 'environment', 'fingerprint']);
    table.index(['entity_ref', 'environment', 'last_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('job_exceptions');
  await knex.schema.dropTable('job_metrics');
};
