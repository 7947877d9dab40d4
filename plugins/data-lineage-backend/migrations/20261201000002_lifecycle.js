// @ts-check

/**
 * What `lifecycleStateChange` facets say of datasets, as they are named.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('drops', table => {
    table.comment('When datasets were dropped');
    table.integer('node_id').notNullable();
    table.bigInteger('dropped_at').notNullable();
    table.primary(['node_id', 'dropped_at']);
  });

  await knex.schema.createTable('renames', table => {
    table.comment('When a dataset has last got its name in place of another');
    table.integer('node_id').notNullable();
    table.integer('previous_id').notNullable().index();
    table.bigInteger('renamed_at').notNullable();
    table.primary(['node_id', 'previous_id']);
  });

  await knex.schema.createTable('lives', table => {
    table.comment('When a facet has last shown that a dataset is there');
    table.integer('node_id').primary();
    table.bigInteger('alive_at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('lives');
  await knex.schema.dropTable('renames');
  await knex.schema.dropTable('drops');
};
