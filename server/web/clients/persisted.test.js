// Automatic persisted queries, as Apollo's protocol has them and as its client sends them.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { post, url } from './server.js';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const fresh = () => `{ round(id: "astana-14") { number } } # ${process.pid} ${Math.random()}`;
const persisted = (text) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });

test('an unknown hash, the text with its hash, the hash alone', async () => {
  const query = fresh();
  const unknown = await post({ extensions: persisted(query) });
  assert.equal(unknown.status, 200);
  assert.equal(unknown.errors[0].message, 'PersistedQueryNotFound');
  assert.equal(unknown.errors[0].extensions.code, 'PERSISTED_QUERY_NOT_FOUND');
  const answer = { status: 200, data: { round: { number: 14 } } };
  assert.deepEqual(await post({ query, extensions: persisted(query) }), answer);
  assert.deepEqual(await post({ extensions: persisted(query) }), answer);
  const params = new URLSearchParams({ extensions: JSON.stringify(persisted(query)) });
  const response = await fetch(`${url}?${params}`);
  assert.deepEqual(await response.json(), { data: answer.data });
});

test('a text with the hash of another is refused and not kept', async () => {
  const [query, other] = [fresh(), fresh()];
  const refused = await post({ query, extensions: persisted(other) });
  assert.equal(refused.status, 400);
  assert.equal(refused.errors[0].message, 'provided sha does not match query');
  assert.equal((await post({ extensions: persisted(other) })).errors[0].message, 'PersistedQueryNotFound');
  assert.equal((await post({ extensions: persisted(query) })).errors[0].message, 'PersistedQueryNotFound');
});

for (const useGETForHashedQueries of [false, true]) {
  test(`Apollo Client sends a hash, then the text, then the hash alone${useGETForHashedQueries ? ', by GET' : ''}`, async () => {
    const sent = [];
    const spy = async (uri, options) => {
      sent.push(`${options.method} ${/query [A-Z]|query\+[A-Z]|query%20/.test(options.body ?? String(uri)) ? 'text' : 'hash'}`);
      return fetch(uri, options);
    };
    const client = new ApolloClient({
      link: ApolloLink.from([new PersistedQueryLink({ sha256, useGETForHashedQueries }), new HttpLink({ uri: url, fetch: spy })]),
      cache: new InMemoryCache(),
    });
    const query = gql(`query Round${Math.floor(Math.random() * 1e9)} { round(id: "astana-14") { number } }`);
    for (let i = 0; i < 2; i++) {
      const { data } = await client.query({ query, fetchPolicy: 'network-only' });
      assert.equal(data.round.number, 14);
    }
    const hash = useGETForHashedQueries ? 'GET hash' : 'POST hash';
    assert.deepEqual(sent, [hash, 'POST text', hash]);
    client.stop();
  });
}
