import { addColumn, alterColumn, column, dropColumn, execute, forDialect, migration, sql, types } from 'migsql';

const asNumber = { type: types.integer(), comment: 'grams, packaging included' };
const asText = { type: types.string(12), comment: 'grams, as the scale prints them' };

/** ORA-01439: a column that holds values keeps its type, so on Oracle they move to a new one. */
const moved = ({ type, comment }: typeof asText, values: string) => [
  addColumn('shipment', column('weight_new', type, { comment })),
  execute(`UPDATE shipment SET weight_new = ${values}`),
  dropColumn('shipment', 'weight'),
  alterColumn('shipment', 'weight_new', { name: 'weight' }),
];

// The new scale sends numbers.
export default migration({
  id: 'e5c851b65ffb',
  revises: '8440ea93a945',
  title: 'shipment weight as a number',
  upgrade: [
    forDialect({
      postgresql: [alterColumn('shipment', 'weight', asNumber, { using: sql`CAST(weight AS integer)` })],
      oracle: moved(asNumber, 'to_number(weight)'),
      default: [alterColumn('shipment', 'weight', asNumber)],
    }),
    alterColumn('shipment', 'weight', { name: 'weight_g' }),
  ],
  downgrade: [
    alterColumn('shipment', 'weight_g', { name: 'weight' }),
    forDialect({
      oracle: moved(asText, 'to_char(weight)'),
      default: [alterColumn('shipment', 'weight', asText)],
    }),
  ],
});
