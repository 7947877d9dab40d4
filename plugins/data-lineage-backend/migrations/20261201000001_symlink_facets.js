// @ts-check

/**
 * Who claims which names, so that a claim can end. Of older rows nobody knows it:
 * they have scope 0 and stay until the graph is made anew.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.renameTable('symlinks', 'old_symlinks');
  await knex.schema.createTable('symlinks', table => {
    table.comment('Other names of a dataset, as events say');
    table.integer('scope_id').notNullable().comment('who says so');
    table.integer('node_id').notNullable();
    table.integer('symlink_id').notNullable();
    table.string('type');
    table.primary(['scope_id', 'node_id', 'symlink_id'], 'symlinks_by_scope');
    table.index(['node_id'], 'symlinks_node');
    table.index(['symlink_id'], 'symlinks_symlink');
  });
  await knex.raw(
    `insert into symlinks (scope_id, node_id, symlink_id, type)
     select 0, node_id, symlink_id, type from old_symlinks`,
  );
  await knex.schema.dropTable('old_symlinks');
  await knex.schema.createTable('symlink_facets', table => {
    table.comment('When a scope has last said what other names a dataset has');
    table.integer('scope_id').notNullable();
    table.integer('node_id').notNullable();
    table.bigInteger('told_at').notNullable();
    table.primary(['scope_id', 'node_id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('symlink_facets');
  await knex.schema.renameTable('symlinks', 'new_symlinks');
  await knex.schema.createTable('symlinks', table => {
    table.integer('node_id').notNullable();
    table.integer('symlink_id').notNullable().index();
    table.string('type');
    table.primary(['node_id', 'symlink_id']);
  });
  await knex.raw(
    `insert into symlinks (node_id, symlink_id, type)
     select node_id, symlink_id, max(type) from new_symlinks group by node_id, symlink_id`,
  );
  await knex.schema.dropTable('new_symlinks');
};
