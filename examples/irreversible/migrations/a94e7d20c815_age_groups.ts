import { addColumn, column, execute, literal, migration, sql, types } from 'migsql';

const adultSince = literal('2006-01-01', types.date());

export default migration({
  id: 'a94e7d20c815',
  revises: '5d1c0f3a7b26',
  title: 'age groups',
  upgrade: [
    addColumn('member', column('age_group', types.string(10), { nullable: false, default: 'adult' })),
    execute(sql`UPDATE member SET age_group = 'youth' WHERE born_on >= ${adultSince}`, {
      reverse: "UPDATE member SET age_group = 'adult'",
    }),
  ],
});
