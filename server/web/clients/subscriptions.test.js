// Subscriptions, by the clients that others use.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createClient as createEvents } from 'graphql-sse';
import { createClient as createSocket } from 'graphql-ws';
import WebSocket from 'ws';
import { loadUntil, retract, socketURL, url } from './server.js';

after(retract);

const subscription = 'subscription { articleLoaded { existing article { title } } }';

const clients = {
  'graphql-ws': () => createSocket({ url: socketURL, webSocketImpl: WebSocket, lazy: true, retryAttempts: 0 }),
  'graphql-sse': () => createEvents({ url, retryAttempts: 0 }),
};

for (const [name, connect] of Object.entries(clients)) {
  test(`${name}: a subscription brings what is loaded, until it is left`, async () => {
    const client = connect();
    const articles = client.iterate({ query: subscription });
    const first = await loadUntil(articles.next(), name);
    assert.deepEqual(first.value, { data: { articleLoaded: { existing: false, article: { title: name } } } });
    await articles.return();
    client.dispose();
  });

  test(`${name}: a query is answered once`, async () => {
    const client = connect();
    const answers = [];
    for await (const answer of client.iterate({ query: '{ round(id: "astana-14") { number } }' })) answers.push(answer);
    assert.deepEqual(answers, [{ data: { round: { number: 14 } } }]);
    client.dispose();
  });

  test(`${name}: what is wrong is told`, async () => {
    const client = connect();
    const told = async () => {
      for await (const answer of client.iterate({ query: '{ nothing }' })) return answer.errors;
    };
    const errors = await told().catch((errors) => errors);
    assert.match(JSON.stringify(errors), /Cannot query field/);
    client.dispose();
  });
}

test('a stream opens by GET too, as EventSource does', async () => {
  const response = await fetch(`${url}?query=${encodeURIComponent('{ round(id: "astana-14") { number } }')}`, {
    headers: { accept: 'text/event-stream' },
  });
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  assert.equal(await response.text(), ':\n\nevent: next\ndata: {"data":{"round":{"number":14}}}\n\nevent: complete\ndata: \n\n');
});
