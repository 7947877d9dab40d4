// @ts-check

/**
 * Bulk requests, and the index that finds the restore point of a run.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('bulk_operations', table => {
    table.comment('One verb asked of many deployments at once');
    table.string('id').primary();
    table.string('verb').notNullable();
    table.text('params').notNullable();
    table.text('reason');
    table.string('requested_by').notNullable();
    table.string('surface').notNullable();
    table.string('created_at').notNullable();
    table
      .text('refusals', 'longtext')
      .notNullable()
      .comment('JSON: deployments that were refused, and why');
  });
  await knex.schema.alterTable('operations', table => {
    table.string('bulk_id').comment('the bulk request it belongs to');
    table.index(['bulk_id'], 'operations_bulk_id_index');
  });
  await knex.schema.alterTable('snapshots', table => {
    table.index(['run_id', 'created_at'], 'snapshots_run_index');
  });
  await knex.schema.alterTable('deployments', table => {
    table.index(['environment'], 'deployments_environment_index');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('deployments', table => {
    table.dropIndex(['environment'], 'deployments_environment_index');
  });
  await knex.schema.alterTable('snapshots', table => {
    table.dropIndex(['run_id', 'created_at'], 'snapshots_run_index');
  });
  await knex.schema.alterTable('operations', table => {
    table.dropIndex(['bulk_id'], 'operations_bulk_id_index');
  });
  await knex.schema.alterTable('operations', table => {
    table.dropColumn('bulk_id');
  });
  await knex.schema.dropTable('bulk_operations');
};
