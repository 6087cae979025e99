import { addConstraint, migration, unique } from 'migsql';

export default migration({
  id: '1cc4c30c1f8a',
  revises: '6758cf2b92be',
  title: 'one account per e-mail address',
  upgrade: [addConstraint('customer', unique(['email'], { name: 'uq_customer_email' }))],
});
