import { addColumn, column, migration, types } from 'migsql';

export default migration({
  id: 'c27a51fe0d83',
  revises: '3f60b8e1d94c',
  title: 'membership fees',
  upgrade: [addColumn('member', column('fee', types.numeric(8, 2), { nullable: false, default: 30 }))],
});
