import { migration } from 'migsql';

export default migration({
  id: '127eb5c32a9d',
  revises: ['c487449a3cc2', '76a22f968352'],
  title: 'merge storefront and warehouse',
  upgrade: [],
});
