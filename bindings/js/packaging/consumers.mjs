// Who has to get along with the package: one row a consumer, whose folder is in `consumers`. In
// each folder `npm run build`, where there is such a script, builds it; `kind` is how it is run
// then:
//   program     `npm start` prints its report
//   page        `folder` is served, under a strict policy, and opened in a browser
//   dev         `npm start` serves it and prints where, and a browser opens that
//   extension   `folder` is loaded unpacked into a browser
// The browser is Chromium unless `browser` says otherwise. `project` names the folder in `consumers`
// where it is not that of the name.

/** The consumers that each run of the tests tries. */
export const main = [
  { name: 'node-esm', kind: 'program' },
  { name: 'node-cjs', kind: 'program' },
  { name: 'vite', kind: 'page', folder: 'dist' },
  { name: 'page', kind: 'page', folder: '.' },
  { name: 'extension', kind: 'extension', folder: '.' },
];

/** The consumers that `--full` tries as well. */
export const further = [
  { name: 'node-require-esm', kind: 'program' },
  { name: 'node-slim', kind: 'program' },
  { name: 'node-worker', kind: 'program' },
  { name: 'typescript', kind: 'program' },
  { name: 'deno', kind: 'program' },
  { name: 'bun', kind: 'program' },
  { name: 'workerd', kind: 'program' },
  { name: 'edge-runtime', kind: 'program' },
  { name: 'forge', kind: 'program' },
  { name: 'vite-dev-slim', kind: 'dev' },
  { name: 'webpack', kind: 'page', folder: 'dist' },
  { name: 'webpack-slim', kind: 'page', folder: 'dist' },
  { name: 'esbuild', kind: 'page', folder: 'dist' },
  { name: 'esbuild-node', kind: 'program' },
  { name: 'rollup', kind: 'page', folder: 'dist' },
  { name: 'page-worker', kind: 'page', folder: '.' },
  { name: 'page-firefox', project: 'page', kind: 'page', folder: '.', browser: 'firefox' },
  { name: 'extension-firefox', project: 'extension', kind: 'extension', folder: '.', browser: 'firefox' },
];
