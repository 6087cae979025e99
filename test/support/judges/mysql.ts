/**
 * Two parsers that know nothing of migsql judge MySQL statements, since there is no MySQL server to run them:
 * dt-sql-parser, and antlr4ts-sql with its MYSQL grammar. Both must accept a statement.
 */
import { runInThisContext } from 'node:vm';
import { buildSync } from 'esbuild';
import { grammarComplaints } from './antlr.ts';
import { remembered } from './remembered.ts';

export type JudgeName = 'dt-sql-parser' | 'antlr4ts-sql';

/** A form that one judge's grammar lacks, and the vendor's page that has it. The other judge must accept it. */
export interface KnownGap {
  readonly judge: JudgeName;
  readonly form: RegExp;
  /** What the judge is shown in the form's place; without it, it is not asked about the statement at all. */
  readonly instead?: string;
  readonly page: string;
}

export const KNOWN_GAPS: readonly KnownGap[] = [
  {
    // The grammar is of 8.0.18; `DROP {CHECK | CONSTRAINT} symbol` came with 8.0.16 and 8.0.19, and it misses both.
    judge: 'antlr4ts-sql',
    form: /(?<=^ALTER TABLE \S+ )DROP CHECK (?=[^ ,]+(?:,|$))/,
    instead: 'DROP INDEX ',
    page: 'https://dev.mysql.com/doc/refman/8.0/en/alter-table.html',
  },
  {
    // A keyword without (R): not reserved, and so a name without quotes.
    judge: 'dt-sql-parser',
    form: /(?<=^  |[ (])active(?=[ ,)]|$)/m,
    instead: '`active`',
    page: 'https://dev.mysql.com/doc/refman/8.4/en/keywords.html',
  },
];

interface DtParser {
  readonly validate: (
    sql: string,
  ) => readonly { readonly startLine: number; readonly startColumn: number; readonly message: string }[];
}

/** The package's modules name each other without extensions, which Node does not load, so they are bundled first. */
function loadDtParser(): DtParser {
  const { outputFiles } = buildSync({
    stdin: {
      contents: "export { MySQL } from 'dt-sql-parser/dist/parser/mysql/index.js';",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: 'iife',
    globalName: 'dt',
    platform: 'node',
    write: false,
  });
  const module = runInThisContext(`(() => { ${outputFiles[0]?.text}; return dt; })()`) as {
    readonly MySQL: new () => DtParser;
  };
  return new module.MySQL();
}

let dtParser: DtParser | undefined;

function askDtParser(sql: string): readonly string[] {
  dtParser ??= loadDtParser();
  return dtParser
    .validate(`${sql};`)
    .map(({ startLine, startColumn, message }) => `${startLine}:${startColumn} ${message}`);
}

const JUDGES: { readonly [J in JudgeName]: (sql: string) => readonly string[] } = {
  'dt-sql-parser': remembered(askDtParser),
  'antlr4ts-sql': (sql) => grammarComplaints(`${sql};`, 'MYSQL'),
};

/** What each judge has against a statement (without terminator), known gaps aside; nothing when both accept it. */
export const complaints = (sql: string): readonly string[] =>
  (Object.keys(JUDGES) as JudgeName[]).flatMap((judge) => {
    const shown = gapsOf(sql).reduce<string | undefined>(
      (text, gap) => (gap.judge === judge ? past(gap, text) : text),
      sql,
    );
    return shown === undefined ? [] : JUDGES[judge](shown).map((error) => `${judge} ${error}`);
  });

const past = ({ form, instead }: KnownGap, sql: string | undefined): string | undefined =>
  instead === undefined ? undefined : sql?.replace(form, instead);

/** Whether a judge still refuses what its known gap says; a gap that closed leaves the list. */
export const hasGap = ({ judge }: KnownGap, sql: string): boolean => JUDGES[judge](sql).length > 0;

/** The known gaps that a statement falls into. */
export const gapsOf = (sql: string): readonly KnownGap[] => KNOWN_GAPS.filter(({ form }) => form.test(sql));
