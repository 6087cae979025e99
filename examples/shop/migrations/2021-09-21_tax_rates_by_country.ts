import { addConstraint, foreignKey, migration } from 'migsql';

export default migration({
  id: '652ad4a05dd7',
  revises: '0cc7be2cb74f',
  dependsOn: ['0d7395f9f06e'], // countries, on the main line
  title: 'VAT rates refer to countries',
  upgrade: [
    addConstraint('tax_rate', foreignKey(['country_code'], 'country', ['code'], { name: 'fk_tax_rate_country' })),
  ],
});
