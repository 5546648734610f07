// @ts-check

/**
 * What stood behind each identity, and when it gave way to what. Instants are
 * ISO 8601 texts, which sort as time does, in every database alike.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('identity_changes', table => {
    table.comment('One pod of an identity gave way to another');
    table.string('cluster', 253).notNullable();
    table.string('namespace', 63).notNullable();
    table.string('name', 253).notNullable();
    table.string('set_uid', 64).notNullable().comment('Of the StatefulSet');
    table.integer('ordinal').notNullable();
    table.string('to_pod_uid', 64).notNullable();
    table.string('at', 32).notNullable().comment('When it was first seen');
    table
      .text('from_incarnation')
      .notNullable()
      .comment('IdentityIncarnation as JSON');
    table
      .text('to_incarnation')
      .notNullable()
      .comment('IdentityIncarnation as JSON');
    // Two replicas of the backend see the same change; it is kept once.
    table.primary(
      ['cluster', 'set_uid', 'ordinal', 'to_pod_uid'],
      'identity_changes_pk',
    );
    table.index(
      ['cluster', 'namespace', 'name', 'at'],
      'identity_changes_app_idx',
    );
    table.index(['at'], 'identity_changes_at_idx');
  });

  await knex.schema.createTable('identities', table => {
    table.comment('What stood behind each identity the last time it was seen');
    table.string('cluster', 253).notNullable();
    table.string('set_uid', 64).notNullable().comment('Of the StatefulSet');
    table.integer('ordinal').notNullable();
    table.string('seen_at', 32).notNullable();
    table.text('incarnation').notNullable().comment('As JSON');
    table.primary(['cluster', 'set_uid', 'ordinal'], 'identities_pk');
    table.index(['seen_at'], 'identities_seen_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('identities');
  await knex.schema.dropTable('identity_changes');
};
