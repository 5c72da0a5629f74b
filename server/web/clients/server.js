// What the tests share: where the server is, and asking it without a client.

const address = process.env.PEACETALKS_URL ?? 'http://127.0.0.1:8080';

export const url = new URL('/graphql', address).href;
export const socketURL = url.replace(/^http/, 'ws');

/** Sends a request as it is and answers the status and the parsed body. */
export async function post(body, headers = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...(await response.json()) };
}

/** Asks a query that must not fail. */
export async function ask(query, variables) {
  const { data, errors } = await post({ query, variables });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const loaded = [];

/** Loads an article that nobody has loaded before. */
export async function load(title) {
  const text = `${title}, ${process.pid}-${loaded.length}-${Date.now()}. Astana 14 began in Nur-Sultan on 10 December 2019.`;
  const { loadArticle } = await ask(
    'mutation ($input: LoadArticleInput!) { loadArticle(input: $input) { article { id } } }',
    { input: { title, text, language: 'en' } },
  );
  loaded.push(loadArticle.article.id);
}

/** Loads articles until a promise is kept: clients are not told when a subscription begins. */
export async function loadUntil(kept, title) {
  let done = false;
  kept.finally(() => (done = true)).catch(() => {});
  for (let i = 0; !done && i < 100; i++) {
    await load(title);
    await Promise.race([kept, new Promise((resolve) => setTimeout(resolve, 100))]);
  }
  return kept;
}

/** Takes out again what was loaded. */
export async function retract() {
  for (const id of loaded.splice(0)) {
    await ask('mutation ($id: ID!) { retractArticle(id: $id) { id } }', { id });
  }
}
