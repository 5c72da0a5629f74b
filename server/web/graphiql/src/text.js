const word = 30; // characters up to which a text stays on one line: a date, a name
const line = 60; // characters from which it gets a wide column

/** The class by which a cell's text gets its width. */
export function widthOf(text) {
  if (text.length <= word) return 'peacetalks-word';
  return text.length > line ? 'peacetalks-text' : undefined;
}

/** A text without the characters that turn the direction of what follows them. */
export function undirected(text) {
  return text.replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}
