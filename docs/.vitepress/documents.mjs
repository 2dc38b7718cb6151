// What the site changes in documents of the repository.
//
// Their links are relative to their place in the repository. On the site, a link to another page leads there, and one
// to any other file to the repository, whose address is in Cargo.toml; without an address it is text.

import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { documentOf, pages } from './pages.mjs';

const manifest = readFileSync(new URL('../../Cargo.toml', import.meta.url), 'utf8');
const repository = /^repository = "([^"]+)"$/m.exec(manifest)?.[1];

/** A plugin of markdown-it. */
export function documents(md) {
  md.core.ruler.push('documents', ({ tokens, env }) => {
    const folder = posix.dirname(documentOf(env.relativePath));
    for (const token of tokens) {
      if (token.type === 'inline') redirect(token.children, folder);
      // What follows the language is for the tests: `rust,no_run`, `js no-run`.
      if (token.type === 'fence') token.info = token.info.replace(/[, ].*/, '');
    }
  });
}

/** Changes the links among the tokens of a paragraph. */
function redirect(tokens, folder) {
  let isText = false;
  for (const token of tokens) {
    if (token.type === 'link_open') {
      const href = token.attrGet('href');
      const target = /^([a-z]+:|#|\/)/.test(href) ? href : place(posix.join(folder, href));
      isText = target === undefined;
      if (!isText) token.attrSet('href', target);
    }
    if (isText && /^link_/.test(token.type)) {
      isText = token.type === 'link_open';
      Object.assign(token, { type: 'text', tag: '', nesting: 0, content: '' });
    }
  }
}

/** The address of a file of the repository, if it has one. */
function place(path) {
  const [file, hash] = path.split('#');
  const page = pages.get(file);
  if (page !== undefined) {
    return `/${page}${hash === undefined ? '' : `#${hash}`}`;
  }
  return repository && `${repository}/blob/main/${path}`;
}
