import { alterColumn, migration, types } from 'migsql';

export default migration({
  id: 'e3fa8f544d98',
  revises: 'ba98f9e3b99d',
  title: 'display names, longer phone numbers',
  upgrade: [
    // Companies have no "full name".
    alterColumn('customer', 'full_name', { name: 'display_name', comment: 'person or company, as on the parcel' }),
    // "+49 (0)30 123456-789 ext. 12"
    alterColumn('customer', 'phone', { type: types.string(32) }),
    alterColumn('customer', 'postal_code', { type: types.string(16), comment: 'checked against the country' }),
  ],
  downgrade: 'reversed',
});
