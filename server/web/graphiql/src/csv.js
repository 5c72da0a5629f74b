const formula = /^[=+\-@＝＋－＠]/;
const joiners = '\u200c\u200d';

/** A text on one line, without control and formatting characters: nothing in it turns what follows around. */
export function plain(text) {
  const kept = text.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\s]/gu, (c) => (joiners.includes(c) ? c : /\s/.test(c) ? ' ' : ''));
  return kept.replaceAll(/ +/g, ' ').trim();
}

function field(value) {
  if (typeof value !== 'string') return String(value);
  const text = plain(value);
  const inert = formula.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/**
 * A table as CSV: RFC 4180 with a byte-order mark, by which spreadsheets know
 * that it is UTF-8. What would be a formula begins with an apostrophe.
 */
export function csv({ header, rows }) {
  return `\ufeff${[header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}
