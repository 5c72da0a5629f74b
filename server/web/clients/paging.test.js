// Two clients that applications use page through the rounds, forward and backward.
import assert from 'node:assert/strict';
import test from 'node:test';
import { ApolloClient, HttpLink, InMemoryCache, gql as apolloGQL } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { Client, fetchExchange, gql } from '@urql/core';
import { filter, firstValueFrom } from 'rxjs';
import { ask, url } from './server.js';

const text = `
  query Rounds($first: Int, $after: String, $last: Int, $before: String) {
    rounds(orderBy: ID, first: $first, after: $after, last: $last, before: $before) {
      edges { cursor node { id name process { name } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      totalCount
    }
  }`;

const all = (await ask(text, { first: 1000 })).rounds;
const ids = (connection) => connection.edges.map((edge) => edge.node.id);

test('there is something to page through', () => {
  assert.ok(all.totalCount > 20, `${all.totalCount} rounds`);
  assert.equal(ids(all).length, all.totalCount);
  assert.equal(new Set(ids(all)).size, all.totalCount);
});

const urql = new Client({ url, exchanges: [fetchExchange], preferGetMethod: false });

async function urqlPage(variables) {
  const { data, error } = await urql.query(gql(text), variables).toPromise();
  if (error) throw error;
  return data.rounds;
}

test('urql pages forward', async () => {
  const found = [];
  for (let after = null, more = true; more; ) {
    const page = await urqlPage({ first: 7, after });
    assert.equal(page.totalCount, all.totalCount);
    found.push(...ids(page));
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  assert.deepEqual(found, ids(all));
});

test('urql pages backward, by GET', async () => {
  const found = [];
  for (let before = null, more = true; more; ) {
    const { data, error } = await urql.query(gql(text), { last: 7, before }, { preferGetMethod: 'force' }).toPromise();
    if (error) throw error;
    found.unshift(...ids(data.rounds));
    ({ startCursor: before, hasPreviousPage: more } = data.rounds.pageInfo);
  }
  assert.deepEqual(found, ids(all));
});

test('Apollo Client pages forward, and its cache has the whole list then', async () => {
  const client = new ApolloClient({
    link: new HttpLink({ uri: url }),
    cache: new InMemoryCache({
      typePolicies: { Query: { fields: { rounds: relayStylePagination(['orderBy']) } } },
    }),
  });
  const query = client.watchQuery({ query: apolloGQL(text), variables: { first: 7 } });
  const subscription = query.subscribe(() => {}); // as a component would
  let { data } = await firstValueFrom(query.pipe(filter((result) => result.data && !result.loading)));
  while (data.rounds.pageInfo.hasNextPage) {
    ({ data } = await query.fetchMore({ variables: { first: 7, after: data.rounds.pageInfo.endCursor } }));
  }
  subscription.unsubscribe();
  const { rounds } = client.readQuery({ query: apolloGQL(text), variables: { first: 7 } });
  assert.deepEqual(ids(rounds), ids(all));
  assert.equal(rounds.edges[0].node.__typename, 'Round');
  client.stop();
});
