interface Colours {
  readonly page: string;
  readonly body: string;
  readonly head: string;
  readonly frame: string;
  readonly ink: string;
  readonly quiet: string;
  readonly keys: string;
  readonly line: string;
  readonly added: Mark;
  readonly removed: Mark;
  readonly changed: Mark;
}

interface Mark {
  readonly ink: string;
  readonly band: string;
}

const LIGHT: Colours = {
  page: '#ffffff',
  body: '#ffffff',
  head: '#eef2f7',
  frame: '#b6c2d0',
  ink: '#1f2933',
  quiet: '#66758a',
  keys: '#8a5a00',
  line: '#7b8ba1',
  added: { ink: '#18713c', band: '#dcf5e3' },
  removed: { ink: '#b3261e', band: '#fde4e1' },
  changed: { ink: '#915c00', band: '#fdf0cf' },
};

const DARK: Colours = {
  page: '#0f141a',
  body: '#171e27',
  head: '#222c38',
  frame: '#3b4858',
  ink: '#e4eaf1',
  quiet: '#94a3b5',
  keys: '#e3b341',
  line: '#6f8198',
  added: { ink: '#56d07f', band: '#12351f' },
  removed: { ink: '#ff8a80', band: '#43191a' },
  changed: { ink: '#f0b849', band: '#3d2f0c' },
};

const SHAPES = `text { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace; font-size: 12px; white-space: pre; }
.name { font-weight: 700; font-size: 13px; }
.keys { font-weight: 700; }
.frame, .line, .mark { fill: none; }
.line, .mark { stroke-width: 1.2; }
.unknown .frame { stroke-dasharray: 4 3; }
.row.removed .column, .row.removed .type, .table.removed .name { text-decoration: line-through; }
.band { fill: none; }
.table.added > .frame, .table.removed > .frame, .table.changed > .frame { stroke-width: 1.8; }
.link.added .line, .link.removed .line, .link.changed .line { stroke-width: 1.8; }
`;

/** The style sheet of a picture, for light pages, and for dark ones where the viewer prefers them. */
export const STYLE = `${SHAPES}${coloured(LIGHT)}@media (prefers-color-scheme: dark) {\n${coloured(DARK)}}\n`;

function coloured({ page, body, head, frame, ink, quiet, keys, line, ...marks }: Colours): string {
  const rules = [
    `.page { fill: ${page}; }`,
    `.body { fill: ${body}; }`,
    `.head { fill: ${head}; }`,
    `.frame { stroke: ${frame}; }`,
    `.name, .column { fill: ${ink}; }`,
    `.type, .quiet, .unknown .column { fill: ${quiet}; }`,
    `.keys { fill: ${keys}; }`,
    `.line, .mark { stroke: ${line}; }`,
    `circle.mark { fill: ${page}; }`,
    ...Object.entries(marks as Readonly<Record<string, Mark>>).flatMap(([change, { ink: strong, band }]) => [
      `.row.${change} .band, .table.${change} > .head { fill: ${band}; }`,
      `.row.${change} .sign, .row.${change} .type, .table.${change} > .name, .legend.${change} { fill: ${strong}; }`,
      `.table.${change} > .frame, .link.${change} .line, .link.${change} .mark { stroke: ${strong}; }`,
    ]),
  ];
  return rules.map((rule) => `${rule}\n`).join('');
}
