// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('job_alerts', table => {
    table.comment('Causes to tell the owners of jobs, as they hold or held');
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table.string('cause').notNullable();
    table.string('state').notNullable();
    table.string('severity').notNullable();
    table.text('message').notNullable();
    table.string('since').notNullable();
    table.string('changed_at').notNullable();
    table.integer('times').notNullable();
    table.string('told_at');
    table.integer('revision').notNullable();
    table.primary(['entity_ref', 'environment', 'cause']);
    table.index(['state']);
  });

  await knex.schema.createTable('job_notices', table => {
    table.comment('Notifications: to be sent, held back, sent');
    table.string('id').primary();
    table.string('entity_ref').comment('null: a summary of several jobs');
    table.string('environment').notNullable();
    table.string('cause').notNullable();
    table.string('event').notNullable();
    table.string('operation_id').unique().comment('of a verb that failed');
    table.string('recipient').notNullable();
    table.string('scope', 1024).notNullable();
    table.text('payload', 'longtext').notNullable();
    table.string('state').notNullable();
    table.string('created_at').notNullable();
    table.string('held_until');
    table.string('sent_at');
    table.text('problem');
    table.integer('attempts').notNullable().defaultTo(0);
    table.bigInteger('next_try').notNullable().defaultTo(0);
    table.index(['state', 'next_try']);
    table.index(['entity_ref', 'created_at']);
  });

  await knex.schema.alterTable('operations', table => {
    table.index(['state', 'ended_at'], 'operations_state_ended_at');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('operations', table => {
    table.dropIndex(['state', 'ended_at'], 'operations_state_ended_at');
  });
  await knex.schema.dropTable('job_notices');
  await knex.schema.dropTable('job_alerts');
};
