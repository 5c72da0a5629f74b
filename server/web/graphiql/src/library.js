import groupList from '../library/groups.json';

const files = import.meta.glob('../library/*/*.graphql', { eager: true, import: 'default', query: '?raw' });
const variables = import.meta.glob('../library/*/*.json', { eager: true, import: 'default', query: '?raw' });

/**
 * The saved queries of a folder, in the order of their names. A file begins
 * with its question in English and in Arabic, an empty comment, and a line of
 * explanation; a .json file of its name holds the variables.
 */
function queriesOf(folder) {
  return Object.keys(files)
    .filter((path) => path.includes(`/${folder}/`))
    .sort()
    .map((path) => {
      const comments = files[path].match(/^(?:#.*\n)+/)[0].trim().split('\n').map((line) => line.slice(2));
      return {
        title: comments[0],
        arabic: comments[1],
        about: comments[3],
        query: files[path].trimEnd(),
        variables: variables[path.replace(/graphql$/, 'json')]?.trimEnd() ?? '',
      };
    });
}

/** The library: groups of saved queries, each with its titles. */
export const groups = groupList.map((group) => ({ ...group, queries: queriesOf(group.folder) }));

/** The groups with those of their queries that have all of some words, in titles, explanation or query. */
export function search(text) {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return groups
    .map((group) => ({ ...group, queries: group.queries.filter((query) => has(group, query, words)) }))
    .filter((group) => group.queries.length > 0);
}

function has(group, query, words) {
  const text = fold([group.title, group.arabic, query.title, query.arabic, query.about, query.query].join('\n'));
  return words.every((word) => text.includes(word));
}

/** Case, accents, and the variants of Arabic letters do not count. */
function fold(text) {
  return text.normalize('NFKD').replaceAll(/[\p{M}ـ]/gu, '').replaceAll(/[أإآٱ]/g, 'ا').replaceAll('ى', 'ي').replaceAll('ة', 'ه').toLowerCase();
}
