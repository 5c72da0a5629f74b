// Markdown, read by markdown-it and by marked, and compared with what GraphQL answers.
import assert from 'node:assert/strict';
import test from 'node:test';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { events, passages, timeline } from './timelines.js';

for (const language of ['en', 'ar']) {
  test(`${language}: a row an event, with the articles that it rests on`, async () => {
    const [text, want] = [(await timeline('timeline.md', { language })).toString(), await events(language)];
    const reader = new MarkdownIt({ html: true, linkify: true });
    const tokens = reader.parse(text, {});
    const cells = (open) => tokens.filter((_, i) => tokens[i - 1]?.type === open);
    const shown = (token) => token.children.map((c) => (c.type === 'text' || c.type === 'text_special' ? c.content : '')).join('');
    const rows = cells('td_open');
    assert.equal(rows.length, 3 * want.length);
    const articles = tokens.filter((t) => t.type === 'list_item_open' && t.level === 1).length;
    assert.equal(articles, new Set(want.flatMap((e) => passages(e).map((p) => p.article.id))).size);
    want.forEach((event, i) => {
      assert.ok(shown(rows[3 * i + 1]).startsWith(event.title), `${shown(rows[3 * i + 1])}: want ${event.title}`);
      const links = rows[3 * i + 2].children.filter((c) => c.type === 'link_open').map((c) => c.attrGet('href'));
      const addresses = new Set(passages(event).map((p) => p.article.url).filter(Boolean));
      assert.deepEqual(new Set(links), new Set([...addresses].map((a) => reader.normalizeLink(a))));
    });
    assert.ok(!tokens.some((t) => t.type === 'html_block' || t.children?.some((c) => c.type === 'html_inline')), 'raw HTML');
  });
}

test('marked reads the same, and shows no element that is not Markdown’s', async () => {
  const [text, want] = [(await timeline('timeline.md')).toString(), await events()];
  const lexed = marked.lexer(text);
  const rows = lexed.filter((t) => t.type === 'table').flatMap((t) => t.rows);
  assert.equal(rows.length, want.length);
  const html = marked.parse(text);
  const allowed = ['h1', 'h2', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'ol', 'ul', 'li', 'p', 'a', 'strong', 'em', 'hr'];
  for (const [, name] of html.matchAll(/<\/?([a-z0-9]+)/gi)) assert.ok(allowed.includes(name), name);
  assert.match(text, /\n---\n\npeacetalks .*graph [0-9a-f]{32}/);
});
