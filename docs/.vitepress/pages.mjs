// The pages of the site, by section. `source` is the document of the repository that a page includes, from the
// root of the repository; pages without one are their own.

export const sections = [
  {
    text: 'Start',
    items: [
      { page: 'start', text: 'Getting started', source: 'README.md' },
    ],
  },
  {
    text: 'Guides',
    items: [
      { page: 'guides/handles', text: 'Handles in Rust', source: 'crates/native/guide/handles.md' },
      { page: 'guides/javascript', text: 'The npm package', source: 'bindings/js/README.md' },
      { page: 'guides/simulator', text: 'The simulator for npm', source: 'bindings/simulator/README.md' },
      { page: 'guides/javascript-hosts', text: 'Browsers, extensions, Forge' },
      { page: 'guides/export', text: 'Export the audit log' },
    ],
  },
  {
    text: 'Reference',
    items: [
      { page: 'reference/operations', text: 'Operations', source: 'crates/core/OPERATIONS.md' },
      { page: 'reference/security', text: 'Security', source: 'SECURITY.md' },
      { page: 'reliability', text: 'Reliability' },
      { page: 'size', text: 'Sizes' },
      { page: 'reference/changelog', text: 'Changelog', source: 'CHANGELOG.md' },
    ],
  },
];

/** The page of each document, by its path from the root of the repository. */
export const pages = new Map(
  sections.flatMap(({ items }) => items).map(({ page, source = `docs/${page}.md` }) => [source, page]),
);

/** The document of a page, such as `guides/handles.md`. */
export function documentOf(file) {
  const included = [...pages].find(([, page]) => `${page}.md` === file);
  return included ? included[0] : `docs/${file}`;
}
