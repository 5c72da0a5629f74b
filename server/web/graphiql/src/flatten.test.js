import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from './csv.js';
import { firstList, table } from './flatten.js';

test('a connection becomes rows, nested objects dotted columns in the order of the query', () => {
  const data = {
    delegations: {
      totalCount: 2,
      nodes: [
        { id: 'a', head: null, roles: ['PARTY'] },
        { id: 'b', head: { person: { name: 'B' }, title: 't' }, roles: ['GUARANTOR', 'PARTY'] },
      ],
    },
  };
  assert.deepEqual(table(data), {
    header: ['id', 'head.person.name', 'head.title', 'roles'],
    rows: [
      ['a', '', '', 'PARTY'],
      ['b', 'B', 't', 'GUARANTOR; PARTY'],
    ],
  });
});

test('items of nested lists keep their places', () => {
  const data = { rounds: [{ n: 1, d: [{ p: 'x', h: null }, { p: 'y', h: { m: ['k', 'l'] } }] }] };
  assert.deepEqual(table(data), { header: ['n', 'd.p', 'd.h.m'], rows: [[1, 'x; y', '; k | l']] });
});

test('what stands around the list is repeated', () => {
  const data = { round: { id: 'r', start: { edtf: '2019' }, guarantors: [{ id: 'g' }], agenda: [{ id: 'x' }] } };
  assert.deepEqual(firstList(data).path, ['round', 'guarantors']);
  assert.deepEqual(table(data), { header: ['round.id', 'round.start.edtf', 'id'], rows: [['r', '2019', 'g']] });
});

test('an answer without a list is one row', () => {
  assert.deepEqual(table({ statistics: { claims: 3 } }), { header: ['statistics.claims'], rows: [[3]] });
});

test('an object with more than the fields of a connection is none', () => {
  const data = { statistics: { articles: 2, nodes: [{ kind: 'round' }] } };
  assert.deepEqual(table(data), { header: ['statistics.articles', 'kind'], rows: [[2, 'round']] });
});

test('cells of CSV are inert and quoted', () => {
  const rows = [['=1+1', '\t=2', '-x', -1, 'a,"b"', 'one\ntwo', '\u202eevil', 'أستانا', '＝3', true]];
  assert.equal(csv({ header: ['h'], rows }), `\ufeffh\r\n'=1+1,'=2,'-x,-1,"a,""b""",one two,evil,أستانا,'＝3,true\r\n`);
});
