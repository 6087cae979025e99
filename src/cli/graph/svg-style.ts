interface Colours {
  readonly page: string;
  readonly box: string;
  readonly frame: string;
  readonly head: string;
  readonly ink: string;
  readonly quiet: string;
  readonly labels: string;
  readonly line: string;
}

const LIGHT: Colours = {
  page: '#ffffff', box: '#f7f9fb', frame: '#b6c2d0', head: '#18713c', ink: '#1f2933', quiet: '#66758a', labels: '#8a5a00', line: '#7b8ba1',
};

const DARK: Colours = {
  page: '#0f141a', box: '#171e27', frame: '#3b4858', head: '#56d07f', ink: '#e4eaf1', quiet: '#94a3b5', labels: '#e3b341', line: '#6f8198',
};

const SHAPES = `text { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace; font-size: 12px; white-space: pre; }
.id { font-weight: 700; }
.link { fill: none; stroke-width: 1.4; }
.dependsOn { stroke-dasharray: 5 4; }
.head .box { stroke-width: 2.4; }
`;

const coloured = ({ page, box, frame, head, ink, quiet, labels, line }: Colours): string => `.page { fill: ${page}; }
.box { fill: ${box}; stroke: ${frame}; }
.head .box { stroke: ${head}; }
.id { fill: ${ink}; }
.title, .quiet { fill: ${quiet}; }
.labels { fill: ${labels}; }
.link { stroke: ${line}; }
`;

/** The style sheet of the picture, for light pages, and for dark ones where the viewer prefers them. */
export const STYLE = `${SHAPES}${coloured(LIGHT)}@media (prefers-color-scheme: dark) {\n${coloured(DARK)}}\n`;
