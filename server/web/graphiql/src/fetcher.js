import { getOperationAST, parse } from 'graphql';
import { createClient } from 'graphql-sse';

const url = new URL('graphql', document.baseURI).href;

async function post(body, headers) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return response.json();
}

function parsed(query) {
  try {
    return parse(query);
  } catch {
    return undefined; // The server says what is wrong with it.
  }
}

/** Sends queries and mutations by POST; follows subscriptions as server-sent events. */
export function fetcher({ query, variables, operationName }, { headers } = {}) {
  const document = parsed(query);
  // Just after a change of tabs, GraphiQL still names the operation of the tab before.
  const named = document && getOperationAST(document, operationName);
  const operation = named ?? (document && getOperationAST(document));
  const body = { query, variables, operationName: document && !named ? undefined : operationName };
  if (operation?.operation === 'subscription') {
    return createClient({ url, headers, retryAttempts: 0 }).iterate(body);
  }
  return post(body, headers);
}
