// @ts-check

/**
 * Edges of what a job only looks up: its engine's listener does not report them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('edges', table => {
    table
      .boolean('is_lookup')
      .notNullable()
      .defaultTo(false)
      .comment('the job only asks for the rows of a key');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('edges', table => {
    table.dropColumn('is_lookup');
  });
};
