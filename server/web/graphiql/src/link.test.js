import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fragmentOf, queryIn } from './link.js';

test('an address carries query, variables and operation name', () => {
  const tab = { query: 'query A($x: ID) {\n  a # & + %\n}', variables: '{\n  "x": "أستانا&=+"\n}', operationName: 'A' };
  const hash = fragmentOf(tab);
  assert.match(hash, /^#query=/);
  assert.deepEqual(queryIn({ hash, search: '' }), tab);
  assert.deepEqual(queryIn({ hash: '', search: hash.replace('#', '?') }), tab);
});

test('variables that are no JSON stay as they are', () => {
  assert.equal(queryIn({ hash: fragmentOf({ query: '{a}', variables: '{ "x": ' }), search: '' }).variables, '{ "x": ');
});

test('an address without a query carries nothing, and one that is too long is not made', () => {
  assert.equal(queryIn({ hash: '', search: '?variables={}' }), undefined);
  assert.equal(fragmentOf({ query: `{ ${'a '.repeat(8000)} }` }), undefined);
});
