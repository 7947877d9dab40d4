// @ts-check

/**
 * What the catalog sync has taken over, so that any replica can go on.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('catalog_entities', table => {
    table.comment('Entities that were read from the catalog');
    table.string('entity_ref').primary();
    table.string('kind').notNullable();
    table.string('digest').notNullable().comment('tells whether it changed');
  });

  await knex.schema.createTable('catalog_statements', table => {
    table.comment('Events that entities have made, as they were last sent');
    table.string('key', 43).primary();
    table.string('entity_ref').notNullable().index();
    table.string('origin').notNullable();
    table.string('source').notNullable();
    table.string('subject_type', 7).notNullable();
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.string('hash', 43).notNullable().comment('of the event, time apart');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('catalog_statements');
  await knex.schema.dropTable('catalog_entities');
};
