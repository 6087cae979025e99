import { bulkInsert, column, createTable, migration, primaryKey, types } from 'migsql';
import { auditColumns } from './_columns.ts';

export default migration({
  id: 'c82c0dc320b7',
  revises: '7b9ae6c60c73',
  branchLabels: ['warehouse'],
  title: 'warehouses',
  upgrade: [
    createTable('warehouse', [
      column('code', types.string(8), { nullable: false }),
      column('title', types.string(80), { nullable: false }),
      column('latitude', types.double()),
      column('longitude', types.double()),
      column('label_printer', types.string(120), { comment: 'UNC path' }),
      column('active', types.boolean(), { nullable: false, default: true }),
      ...auditColumns(),
      primaryKey(['code'], { name: 'pk_warehouse' }),
    ]),
    bulkInsert('warehouse', [
      row('BER1', 'Großbeeren', 52.3576, 13.3089, '\\\\ber1-print\\labels'),
      row('BER2', "Store ('Kasse 1')", 52.4986, 13.4321, null),
      row('WRO1', 'Wrocław', 51.1079, 17.0385, '\\\\wro1-print\\labels\\A6'),
      row('VLC1', 'València', 39.4699, -0.3763, '\\\\vlc1-print\\labels'),
    ]),
  ],
  downgrade: 'reversed',
});

function row(code: string, title: string, latitude: number, longitude: number, label_printer: string | null) {
  return { code, title, latitude, longitude, label_printer };
}
