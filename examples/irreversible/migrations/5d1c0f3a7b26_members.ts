import { column, createTable, migration, primaryKey, types } from 'migsql';

export default migration({
  id: '5d1c0f3a7b26',
  revises: null,
  title: 'members of the club',
  upgrade: [
    createTable('member', [
      column('number', types.integer(), { nullable: false }),
      column('display_name', types.string(120), { nullable: false }),
      column('born_on', types.date()),
      primaryKey(['number'], { name: 'pk_member' }),
    ]),
  ],
});
