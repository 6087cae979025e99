import { dropColumn, irreversible, migration } from 'migsql';

export default migration({
  id: '3f60b8e1d94c',
  revises: 'a94e7d20c815',
  title: 'erase birth dates',
  upgrade: [dropColumn('member', 'born_on')],
  downgrade: irreversible('birth dates were erased for good (data protection review of June 2024)'),
});
