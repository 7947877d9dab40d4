// @ts-check

/**
 * Times are ISO 8601 text in UTC.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('schedules', table => {
    table.comment('When scheduled batch jobs are due');
    table.string('entity_ref').primary();
    table.string('schedule_key', 400).notNullable().comment('cron and zone');
    table.string('next_at').index().comment('null: cannot be read');
    table.string('job_updated_at').notNullable();
  });
  await knex.schema.createTable('schedule_firings', table => {
    table.comment('What became of each time of a schedule, decided once');
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table.string('scheduled_at').notNullable();
    table.string('outcome').notNullable();
    table.string('decided_at').notNullable();
    table.text('reason');
    table.integer('missed');
    table.string('operation_id');
    table.primary(['entity_ref', 'environment', 'scheduled_at']);
    table.index(['outcome']);
    table.index(['decided_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('schedule_firings');
  await knex.schema.dropTable('schedules');
};
