/** What a database of MariaDB holds, as lines; the names of indexes that it makes for foreign keys are its own. */
export const MARIADB_FACTS: readonly string[] = [
  `SELECT concat_ws(' ', 'column', table_name, column_name, column_type, is_nullable, coalesce(column_default, '-'), extra,
     coalesce(generation_expression, '-'), column_comment, collation_name)
   FROM information_schema.columns WHERE table_schema = DATABASE()`,
  `SELECT concat_ws(' ', 'table', table_name, table_type, table_comment) FROM information_schema.tables WHERE table_schema = DATABASE()`,
  `SELECT concat_ws(' ', 'constraint', table_name, constraint_name, constraint_type) FROM information_schema.table_constraints
   WHERE table_schema = DATABASE()`,
  `SELECT concat_ws(' ', 'key', table_name, constraint_name, column_name, ordinal_position, coalesce(referenced_table_name, '-'),
     coalesce(referenced_column_name, '-')) FROM information_schema.key_column_usage WHERE table_schema = DATABASE()`,
  `SELECT concat_ws(' ', 'actions', table_name, constraint_name, update_rule, delete_rule)
   FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE()`,
  `SELECT concat_ws(' ', 'check', table_name, constraint_name, check_clause) FROM information_schema.check_constraints
   WHERE constraint_schema = DATABASE()`,
  `SELECT concat_ws(' ', 'index', table_name, index_name, non_unique, seq_in_index, column_name, collation, sub_part, index_type)
   FROM information_schema.statistics WHERE table_schema = DATABASE()`,
];
