import { type Prose, list, shorten } from './prose.ts';

/** Hand-written SQL and `.sql` migrations. */
export interface SqlErrors {
  'unclosed-text': { what: string; opening: string; closing: string };
  'unclosed-block': { opening: string; closing: string };
  'client-command': { client: string; command: string };
  'invalid-client-line': { client: string; line: string; reason: string; instead: string };
  'empty-migration-file': Record<never, never>;
  'unknown-header': { key: string; known: readonly string[]; suggestions: readonly string[] };
  'invalid-header': { key: string; reason: string };
  'missing-header': { key: string };
  'text-before-section': { text: string };
  'unknown-section': { section: string; known: readonly string[]; suggestions: readonly string[] };
  'unknown-section-word': { word: string; known: readonly string[]; suggestions: readonly string[] };
  'duplicate-section': { section: string; dialect: string; first: number };
  'missing-section': { section: string };
  'irreversible-without-reason': Record<never, never>;
  'irreversible-and-downgrade': { line: number };
  'text-after-irreversible': { text: string };
  'script-hazard': { client: string; what: string; instead: string };
  'invalid-sql-variable': { written: string; reason: keyof typeof VARIABLE_FLAWS; dialects: readonly string[]; suggestions: readonly string[] };
  'unused-sql-variable': { name: string };
}

/** Why `:{name}` cannot stand where it does. */
const VARIABLE_FLAWS = {
  unknown: { is: 'is no variable of the file', instead: "Add it to the header: '-- variables: …', or correct the name." },
  quoted: { is: 'stands within quotes, where nothing is replaced', instead: "Put it outside of them, where it is a literal: 'a' || :{name}, CONCAT('a', :{name})." },
  glued: { is: 'touches what stands beside it, and would be one word with it', instead: 'Put a blank between them.' },
  malformed: { is: 'is not followed by a name and }', instead: "A variable is written ':{name}', without blanks." },
} as const;

export const SQL_PROSE: Prose<SqlErrors> = {
  'unclosed-text': ({ what, opening, closing }) => ({
    message: `the ${what} opened with ${opening} has no end`,
    hint: `Close it with ${closing}; everything behind it is read as part of it.`,
  }),
  'unclosed-block': ({ opening, closing }) => ({
    message: `${opening} is not followed by ${closing}`,
    hint: `Add ${closing} where it ends; the rest of the text is read as part of it.`,
  }),
  'client-command': ({ client, command }) => ({
    message: `'${command}' is a command of ${client}, not SQL`,
    hint: 'Remove the line: a migration holds SQL alone, and its script sets up the client.',
  }),
  'invalid-client-line': ({ client, line, reason, instead }) => ({
    message: `${client} does not take the line '${line}': ${reason}`,
    hint: instead,
  }),
  'empty-migration-file': () => ({
    message: 'the file is empty',
    hint: "Begin with '-- id: …' and '-- revises: …', then '-- migsql:upgrade' and the statements; or remove the file.",
  }),
  'unknown-header': ({ key, known, suggestions }) => ({
    message: `a header has no key '${key}'`,
    hint: suggestions.length
      ? `Did you mean ${list(suggestions)}?`
      : `Its keys are ${list(known)}; a comment that is no key must not have a colon behind its first word.`,
  }),
  'invalid-header': ({ key, reason }) => ({
    message: `'${key}' ${reason}`,
    hint: 'A line of the header is one key and its value, as in: -- revises: 1975ea83b712',
  }),
  'missing-header': ({ key }) => ({
    message: `the header has no '${key}'`,
    hint: key === 'revises' ? "Write '-- revises: …' with the parent's id, or 'base'." : `Write '-- ${key}: …' above.`,
  }),
  'text-before-section': ({ text }) => ({
    message: `'${shorten(text)}' stands above the first section`,
    hint: "Only comments can stand there; open the section with a line '-- migsql:upgrade'.",
  }),
  'unknown-section': ({ section, known, suggestions }) => ({
    message: `there is no section '${section}'`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : `Sections are ${list(known)}.`,
  }),
  'unknown-section-word': ({ word, known, suggestions }) => ({
    message: `'${word}' is neither a dialect nor an option of a section`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : `Known are ${list(known)}.`,
  }),
  'duplicate-section': ({ section, dialect, first }) => ({
    message: `the section '${section}'${dialect === 'default' ? '' : ` for ${dialect}`} stands twice, first in line ${first}`,
    hint: 'Join the two, or name other dialects in one of them.',
  }),
  'missing-section': ({ section }) => ({
    message: `the file has no section '${section}'`,
    hint: `Open it with a line '-- migsql:${section}'; it may be empty.`,
  }),
  'irreversible-without-reason': () => ({
    message: "'irreversible' gives no reason",
    hint: 'Say why on the same line: -- migsql:irreversible the old values are not kept',
  }),
  'irreversible-and-downgrade': ({ line }) => ({
    message: `the file is irreversible and has a downgrade, in line ${line}`,
    hint: 'Remove one of the two.',
  }),
  'script-hazard': ({ client, what, instead }) => ({ message: `in a script for ${client}: ${what}`, hint: instead }),
  'invalid-sql-variable': ({ written, reason, dialects, suggestions }) => ({
    message: `'${written}' ${VARIABLE_FLAWS[reason].is}${dialects.length ? `, as ${list(dialects)} would read it` : ''}`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : VARIABLE_FLAWS[reason].instead,
  }),
  'unused-sql-variable': ({ name }) => ({
    message: `no statement of the file names the variable '${name}'`,
    hint: `Write it as :{${name}}, outside of quotes, or take it out of the header.`,
  }),
  'text-after-irreversible': ({ text }) => ({
    message: `'${shorten(text)}' follows '-- migsql:irreversible'`,
    hint: 'No statements belong to it; move them into a section, or remove them.',
  }),
};
