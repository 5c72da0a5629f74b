/** Whether a value is an object of JSON and no list. */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const connectionFields = new Set(['nodes', 'edges', 'totalCount', 'pageInfo', '__typename']);

/** The items of a list of objects or of a connection; undefined for anything else. */
export function itemsOf(value) {
  if (Array.isArray(value)) return value.length > 0 && value.every((item) => item === null || isObject(item)) ? value : undefined;
  if (!isObject(value) || !Object.keys(value).every((key) => connectionFields.has(key))) return undefined;
  return Array.isArray(value.nodes) ? value.nodes : Array.isArray(value.edges) ? value.edges : undefined;
}

/**
 * The first list or connection of an answer, the outermost first: the path to
 * it and its items. The answer itself is the one item where it has none.
 */
export function firstList(data) {
  const queue = [[[], data]];
  for (const [path, value] of queue) {
    const items = itemsOf(value);
    if (items) return { path, items };
    if (isObject(value)) for (const key of Object.keys(value)) queue.push([[...path, key], value[key]]);
  }
  return { path: [], items: [data] };
}

/**
 * The items of a list as rows with named columns. Columns come in the order of
 * the query; an object's fields have dotted names. What stands beside the list
 * and around it, and is no list, is repeated in every row.
 */
export function table(data, { path, items } = firstList(data)) {
  const shape = new Map();
  const rows = items.filter((item) => item !== null);
  for (const row of rows) learn(shape, row);
  const around = path.length > 0 ? context(data, path) : [];
  const columns = [...leaves(shape, [])];
  return {
    header: [...around.map(([name]) => name), ...columns.map((column) => column.join('.'))],
    rows: rows.map((row) => [...around.map(([, value]) => value), ...columns.map((column) => cell(row, column, 0))]),
  };
}

/** The fields with plain values on the way to a list, by their dotted names. */
function context(data, path) {
  const found = [];
  let value = data;
  for (const [depth, key] of path.entries()) {
    for (const [name, field] of Object.entries(value)) {
      if (name === key || Array.isArray(field) || itemsOf(field)) continue;
      const shape = new Map();
      learn(shape, { [name]: field });
      for (const column of leaves(shape, [])) {
        if (column.length < 3) found.push([[...path.slice(0, depth), ...column].join('.'), cell(value, column, 0)]);
      }
    }
    value = value[key];
  }
  return found;
}

/** Adds the fields of a value to a tree of fields, in order. */
function learn(shape, value) {
  if (Array.isArray(value)) {
    for (const item of value) learn(shape, item);
  } else if (isObject(value)) {
    for (const [key, field] of Object.entries(value)) {
      if (!shape.has(key)) shape.set(key, new Map());
      learn(shape.get(key), field);
    }
  }
}

function* leaves(shape, path) {
  for (const [key, inner] of shape) {
    if (inner.size === 0) yield [...path, key];
    else yield* leaves(inner, [...path, key]);
  }
}

const separators = ['; ', ' | ', ' / '];

/** What stands at a path below a value: the items of lists are joined, each in its place. */
function cell(value, path, depth) {
  if (Array.isArray(value)) {
    const separator = separators[Math.min(depth, separators.length - 1)];
    const parts = value.map((item) => cell(item, path, depth + 1));
    return parts.some((part) => part !== '') ? parts.join(separator) : '';
  }
  if (path.length > 0) return isObject(value) ? cell(value[path[0]], path.slice(1), depth) : '';
  if (value === null || value === undefined || typeof value === 'object') return '';
  return value;
}
