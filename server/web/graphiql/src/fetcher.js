import { getOperationAST } from 'graphql';
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

/** Sends queries and mutations by POST; follows subscriptions as server-sent events. */
export function fetcher(params, { headers, documentAST } = {}) {
  const operation = documentAST && getOperationAST(documentAST, params.operationName);
  if (operation?.operation === 'subscription') {
    return createClient({ url, headers, retryAttempts: 0 }).iterate(params);
  }
  return post(params, headers);
}
