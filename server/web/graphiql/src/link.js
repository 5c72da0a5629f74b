// Longer addresses are cut off by mail programs and chats, and by some browsers.
const longest = 8000;

/** The part of an address after "#" that carries a query; undefined if that would be too long. */
export function fragmentOf({ query, variables, operationName }) {
  const fields = new URLSearchParams();
  if (query) fields.set('query', query);
  if (variables && variables.trim() !== '{}' && variables.trim() !== '') fields.set('variables', compact(variables));
  if (operationName) fields.set('operationName', operationName);
  const fragment = `#${fields}`;
  return fragment.length > longest ? undefined : fragment;
}

/**
 * The query that an address carries, behind "#" or, as elsewhere, behind "?";
 * undefined if it carries none.
 */
export function queryIn({ hash, search }) {
  for (const text of [hash, search]) {
    const fields = new URLSearchParams(text.slice(1));
    const query = fields.get('query');
    if (query) {
      const operationName = fields.get('operationName') ?? undefined;
      return { query, variables: readable(fields.get('variables') ?? ''), operationName };
    }
  }
  return undefined;
}

/** JSON without spaces between its parts; what is no JSON stays as it is. */
function compact(text) {
  return reformat(text, 0);
}

function readable(text) {
  return text && reformat(text, 2);
}

function reformat(text, indent) {
  try {
    return JSON.stringify(JSON.parse(text), null, indent);
  } catch {
    return text;
  }
}
