import { defineConfig } from 'vitepress';
import { documents } from './documents.mjs';
import { sections } from './pages.mjs';

const sidebar = sections.map(({ text, items }) => ({
  text,
  items: items.map(({ page, text }) => ({ text, link: `/${page}` })),
}));

export default defineConfig({
  title: 'atlassian-admin',
  description: "A client for Atlassian's cloud administration APIs, in Rust, JavaScript and on the command line.",
  // The path of the site on its host, such as /atlassian-admin/.
  base: process.env.SITE_BASE ?? '/',
  cleanUrls: true,
  outDir: '../target/site',
  cacheDir: '../target/vitepress',
  markdown: { config: documents, languageAlias: { cjs: 'js' } },
  themeConfig: {
    nav: [
      { text: 'Getting started', link: '/start' },
      { text: 'Operations', link: '/reference/operations' },
    ],
    sidebar,
    outline: [2, 3],
    search: { provider: 'local' },
  },
});
