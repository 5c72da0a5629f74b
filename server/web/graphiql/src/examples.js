const queries = import.meta.glob('../examples/*.graphql', {
  eager: true,
  import: 'default',
  query: '?raw',
});
const variables = import.meta.glob('../examples/*.json', {
  eager: true,
  import: 'default',
  query: '?raw',
});

/**
 * The queries of the folder examples, in the order of their file names. Each
 * begins with a comment that says what it asks; a .json file of the same name
 * holds its variables.
 */
export const examples = Object.keys(queries)
  .sort()
  .map((path) => ({
    about: queries[path].match(/^(?:#.*\n)+/)[0].replaceAll(/^# ?/gm, '').trim(),
    name: queries[path].match(/^(?:query|subscription) (\w+)/m)[1],
    query: queries[path].trimEnd(),
    variables: variables[path.replace(/graphql$/, 'json')]?.trimEnd() ?? '',
  }));
