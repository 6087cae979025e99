/** How the files of new migrations are named. */
export interface FileName {
  /** Without an ending; tokens as in `%(id)s`. */
  readonly template: string;
  /** An IANA zone, whose clock the tokens of the date read. */
  readonly timeZone: string;
  /** Characters that the words of the title may take. */
  readonly slugLength: number;
}

export const DEFAULT_FILE_NAME: FileName = { template: '%(id)s_%(slug)s', timeZone: 'UTC', slugLength: 47 };

export const FILE_NAME_TOKENS = ['id', 'slug', 'year', 'month', 'day', 'hour', 'minute', 'second', 'epoch'] as const;

export type FileNameToken = (typeof FILE_NAME_TOKENS)[number];

const TOKEN = /%\((\w+)\)s/g;

/** The name that a template makes of what its tokens stand for; one that begins with '_' or '.' would be a helper's. */
export const fileNameOf = (template: string, tokens: Readonly<Record<FileNameToken, string>>): string =>
  template.replace(TOKEN, (_, token: FileNameToken) => tokens[token]).replace(/^[_.]+|[_.-]+$/g, '');

/** What is wrong with a template, or nothing. */
export function fileNameFlaw(template: string): string | undefined {
  const tokens = [...template.matchAll(TOKEN)].map(([, token = '']) => token);
  const unknown = tokens.find((token) => !(FILE_NAME_TOKENS as readonly string[]).includes(token));
  if (unknown !== undefined) return `has the unknown token '${unknown}': there are ${FILE_NAME_TOKENS.join(', ')}`;
  const rest = template.replace(TOKEN, '');
  if (rest.includes('%')) return "has a token that is not written as in '%(id)s'";
  // Of what Windows has no name for as well, since a project is checked out there too.
  const wrong = /[\p{Cc}/\\<>:"|?*]/u.exec(rest)?.[0];
  if (wrong !== undefined) return `holds ${JSON.stringify(wrong)}, which is no part of a file's name`;
  if (/\.d$/.test(template)) return "ends in '.d', as declarations do, which are no migrations";
  return tokens.includes('id') || tokens.includes('slug') ? undefined : "needs '%(id)s' or '%(slug)s'";
}

/** What is wrong with the name of a zone, or nothing. */
export function timeZoneFlaw(timeZone: string): string | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return undefined;
  } catch {
    return "is no IANA time zone, as 'Europe/Vienna' or 'UTC'";
  }
}
