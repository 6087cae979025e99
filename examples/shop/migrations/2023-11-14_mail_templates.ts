import { bulkInsert, column, createTable, migration, primaryKey, types } from 'migsql';
import templates from './data/mail_templates.json' with { type: 'json' };

export default migration({
  id: '4e2316eb118a',
  revises: 'ef4027880414',
  title: 'mail templates',
  upgrade: [
    createTable('mail_template', [
      column('code', types.string(40), { nullable: false }),
      column('locale', types.string(5), { nullable: false }),
      column('subject', types.string(200), { nullable: false }),
      column('body', types.text(), { nullable: false }),
      primaryKey(['code', 'locale'], { name: 'pk_mail_template' }),
    ]),
    bulkInsert('mail_template', templates),
  ],
});
