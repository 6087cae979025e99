import { addColumn, column, migration, types } from 'migsql';

const tables = ['product', 'category', 'promotion', 'review'];

export default migration({
  id: '200fada528d8',
  revises: '4e2316eb118a',
  title: 'deleted rows stay for ninety days',
  upgrade: tables.map((table) =>
    addColumn(table, column('deleted_at', types.timestamp({ zone: true }), { comment: 'hidden since then' })),
  ),
});
