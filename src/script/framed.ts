import type { Statement } from '../plan/index.ts';
import type { DialectName } from '../sql/dialect-name.ts';

/** A statement as the script writes it, with what ends it in the client. */
export function framed({ sql, compound }: Pick<Statement, 'sql' | 'compound'>, name: DialectName): string {
  switch (name) {
    case 'mssql':
      return `${sql};\nGO\n`;
    case 'oracle':
      return compound ? `${sql}\n/\n` : `${sql};\n`;
    case 'mysql':
    case 'mariadb':
      return compound ? `DELIMITER ${delimiterOf(sql)}\n${sql}${delimiterOf(sql)}\nDELIMITER ;\n` : `${sql};\n`;
    default:
      return `${sql};\n`;
  }
}

/** A delimiter that the text does not hold. */
export function delimiterOf(sql: string): string {
  let delimiter = '$$';
  while (sql.includes(delimiter)) delimiter += '$';
  return delimiter;
}
