import { alterColumn, execute, migration, setTableComment } from 'migsql';

export default migration({
  id: '08c7186d01d3',
  revises: 'e5c851b65ffb',
  title: 'reasons of stock movements by code',
  upgrade: [
    alterColumn('stock_movement', 'reason', { name: 'reason_code' }),
    alterColumn('stock_movement', 'reason_code', {
      default: null,
      comment: 'SALE, RETURN, COUNT, SCRAP; see \\\\wiki\\stock',
    }),
    execute('UPDATE stock_movement SET reason_code = upper(reason_code)', {
      reverse: 'UPDATE stock_movement SET reason_code = lower(reason_code)',
    }),
    setTableComment('stock_movement', 'append-only: a mistake is undone by a second movement'),
  ],
});
