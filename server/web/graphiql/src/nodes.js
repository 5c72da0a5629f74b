const files = import.meta.glob('../nodes/*.graphql', { eager: true, import: 'default', query: '?raw' });
const queries = Object.fromEntries(
  Object.entries(files).map(([path, text]) => [path.match(/(\w+)\.graphql$/)[1], text.trimEnd()]),
);
const kinds = Object.keys(queries).join('|');
const wholeId = new RegExp(`^(?:${kinds}):[^\\s"\\\\]+$`);

/** Whether a value of an answer is the id of a node. */
export function isId(value) {
  return typeof value === 'string' && wholeId.test(value);
}

/** The places of ids in the text of an answer, the first so many: where each begins, and the id. */
export function idsIn(text, most) {
  const found = [];
  for (const match of text.matchAll(new RegExp(`"((?:${kinds}):[^\\s"\\\\]+)"(?!\\s*:)`, 'g'))) {
    if (found.length === most) break;
    found.push({ start: match.index + 1, id: match[1] });
  }
  return found;
}

/** The query for all main fields of the node of an id, with its variables. */
export function nodeQuery(id) {
  return { query: queries[id.split(':', 1)[0]], variables: JSON.stringify({ id }, null, 2) };
}

/** The address of the page that shows the node of an id. */
export function pageOf(id) {
  return `id/${encodeURI(id).replaceAll('?', '%3F').replaceAll('#', '%23')}`;
}
