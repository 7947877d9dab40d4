// @ts-check

/**
 * Times are ISO 8601 text in UTC.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('unmanaged_jobs', table => {
    table.comment('Jobs that run on engines and are no deployment of ours');
    table.string('engine').notNullable();
    table.string('engine_job_id').notNullable();
    table.text('name').notNullable();
    table.string('state').notNullable();
    table.string('started_at');
    table.string('first_seen_at').notNullable();
    table.primary(['engine', 'engine_job_id']);
  });
  await knex.schema.alterTable('runs', table => {
    table.index(['engine', 'engine_job_id'], 'runs_engine_job_index');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('runs', table => {
    table.dropIndex(['engine', 'engine_job_id'], 'runs_engine_job_index');
  });
  await knex.schema.dropTable('unmanaged_jobs');
};
