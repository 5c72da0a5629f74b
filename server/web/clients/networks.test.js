// The networks, read by graphology, and compared with what GraphQL answers.
import assert from 'node:assert/strict';
import test from 'node:test';
import { MultiDirectedGraph, MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { exported } from './exports.js';
import { ask } from './server.js';

const readers = { graphml: graphml.parse, gexf: gexf.parse };
const graphs = {};
for (const [format, read] of Object.entries(readers)) graphs[format] = read(MultiDirectedGraph, await exported(`graph.${format}`));

/** The nodes of a kind, by the ids of the graph. */
function nodes(graph, kind) {
  const found = new Map();
  graph.forEachNode((key, attributes) => {
    if (attributes.kind === kind) found.set(attributes.thing, { key, ...attributes });
  });
  return found;
}

for (const [format, graph] of Object.entries(graphs)) {
  test(`${format}: its nodes are those that GraphQL lists`, async () => {
    const lists = await ask(`{
      round: rounds(first: 1000) { nodes { id name number status start { edtf } } }
      person: people(first: 1000) { nodes { id name } }
      process: processes(first: 1000) { nodes { id name } }
      topic: topics(first: 1000) { nodes { id name } }
    }`);
    for (const [kind, { nodes: listed }] of Object.entries(lists)) {
      const found = nodes(graph, kind);
      const missing = listed.filter((n) => !found.has(n.id)).map((n) => n.id);
      assert.deepEqual(missing, [], kind);
      for (const n of listed) {
        assert.equal(found.get(n.id).label, n.name);
        if (kind !== 'round') continue;
        assert.equal(found.get(n.id).number ?? null, n.number);
        assert.equal(found.get(n.id).status ?? null, n.status?.toLowerCase() ?? null);
        assert.equal(found.get(n.id).start_edtf ?? null, n.start?.edtf ?? null);
      }
    }
    assert.ok(graph.order > 500 && graph.size > 1000, `${graph.order} nodes, ${graph.size} edges`);
  });

  test(`${format}: edges are claims, with how they stand and where they were read`, async () => {
    const { round, claims } = await ask(`{
      round(id: "round:astana-14") { guarantors { id } delegations { party { id } head { person { id } } } }
      claims(filter: {subject: "round:astana-14", predicates: [GUARANTOR]}, first: 50) { nodes { id support evidence { article { url } } } }
    }`);
    const rounds = nodes(graph, 'round');
    const from = rounds.get('round:astana-14').key;
    const ends = (key, predicate) =>
      graph.outEdges(key).filter((e) => graph.getEdgeAttribute(e, 'predicate') === predicate)
        .map((e) => graph.getNodeAttribute(graph.target(e), 'thing')).sort();
    assert.deepEqual(ends(from, 'guarantor'), round.guarantors.map((p) => p.id).sort());
    for (const d of round.delegations) {
      const team = [...nodes(graph, 'delegation').values()].find((n) => n.thing === `delegation:astana-14/${d.party.id.slice('party:'.length)}`);
      assert.deepEqual(ends(team.key, 'party'), [d.party.id]);
      if (d.head) assert.ok(ends(team.key, 'head').includes(d.head.person.id), d.party.id);
    }
    for (const claim of claims.nodes) {
      const edge = graph.outEdges(from).find((e) => graph.getEdgeAttribute(e, 'claim') === claim.id);
      const attributes = graph.getEdgeAttributes(edge);
      assert.equal(attributes.support, claim.support);
      assert.equal(attributes.shown, true);
      assert.equal(attributes.modality, 'HAPPENED');
      assert.ok(claim.evidence.some((e) => e.article.url === attributes.url), attributes.url);
      assert.ok(attributes.quote.length > 0 && attributes.quote.length <= 300);
    }
  });
}

test('both networks are the same one', () => {
  const edges = (graph) => graph.mapEdges((e, a, s, t) => [graph.getNodeAttribute(s, 'thing'), a.predicate, graph.getNodeAttribute(t, 'thing'), a.claim].join(' ')).sort();
  assert.deepEqual(edges(graphs.graphml), edges(graphs.gexf));
});

test('an empty choice is an empty network', async () => {
  for (const [format, read] of Object.entries(readers)) {
    assert.equal(read(MultiGraph, await exported(`graph.${format}`, { round: 'none' })).order, 0);
  }
});
