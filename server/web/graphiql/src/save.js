import { csv } from './csv.js';
import { download } from './download.js';
import { table } from './flatten.js';

function nameOf(...parts) {
  return ['peacetalks', ...parts.filter(Boolean)].join('-');
}

/** Saves the answer of an operation as JSON, as the server gave it. */
export function saveJSON(operation, text) {
  download(`${nameOf(operation)}.json`, 'application/json', text);
}

/** Saves a list of the answer of an operation as CSV: the first one, unless told which. */
export function saveCSV(operation, data, list) {
  download(`${nameOf(operation, list?.path.at(-1))}.csv`, 'text/csv;charset=utf-8', csv(table(data, list)));
}
