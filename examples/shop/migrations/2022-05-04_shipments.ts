import {
  addConstraint, bulkInsert, column, createTable, foreignKey, forDialect, migration, primaryKey, types,
} from 'migsql';

const toCarrier = (options: { onUpdate?: 'cascade' } = {}) =>
  addConstraint(
    'shipment',
    foreignKey(['carrier_code'], 'carrier', ['code'], { name: 'fk_shipment_carrier', ...options }),
  );

export default migration({
  id: '4cba307e3cd7',
  revises: '831446a99908',
  title: 'carriers and shipments',
  upgrade: [
    createTable('carrier', [
      column('code', types.string(12), { nullable: false }),
      column('title', types.string(60), { nullable: false }),
      column('tracking_url', types.string(300), { comment: '{number} stands for the tracking number' }),
      primaryKey(['code'], { name: 'pk_carrier' }),
    ]),
    bulkInsert('carrier', [
      { code: 'dhl', title: 'DHL', tracking_url: 'https://dhl.example/track?piece={number}&lang=de' },
      { code: 'inpost', title: "InPost (Paczkomat 'całodobowy')", tracking_url: 'https://inpost.example/#!:{number}' },
      { code: 'paeckli', title: 'Päckli 📦', tracking_url: 'https://paeckli.example/$(track)/{number}?ok=100%25' },
      { code: 'pickup', title: 'Picked up in the store', tracking_url: null },
    ]),
    createTable('shipment', [
      column('id', types.bigint(), { nullable: false, identity: true }),
      column('order_id', types.bigint(), { nullable: false }),
      column('carrier_code', types.string(12), { nullable: false }),
      column('tracking_number', types.string(40)),
      column('weight', types.string(12), { comment: 'grams, as the scale prints them' }),
      column('shipped_at', types.timestamp({ zone: true })),
      primaryKey(['id'], { name: 'pk_shipment' }),
      foreignKey(['order_id'], 'sales_order', ['id'], { name: 'fk_shipment_order', onDelete: 'cascade' }),
    ]),
    // Carriers rename themselves. Oracle has no ON UPDATE: there it takes two steps by hand.
    forDialect({ oracle: [toCarrier()], default: [toCarrier({ onUpdate: 'cascade' })] }),
  ],
  downgrade: 'reversed',
});
