// The RDF exports, read by N3.js and jsonld.js, canonicalised by rdf-canonize,
// checked by rdf-validate-shacl against our shapes, and compared with what
// GraphQL answers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import test from 'node:test';
import jsonld from 'jsonld';
import { DataFactory, Parser, Store, StreamParser } from 'n3';
import { canonize } from 'rdf-canonize';
import Validator from 'rdf-validate-shacl';
import { exported, id, oa, pt, rdf, rdfs, thing } from './exports.js';
import { ask } from './server.js';

const { namedNode } = DataFactory;
const parse = (text, format) => new Parser({ format }).parse(text);

// One round, so that what reads a document as a whole takes no minute.
const chosen = { round: 'astana-14' };
const turtle = await exported('graph.ttl', chosen);
const store = new Store(parse(turtle, 'text/turtle'));
const objects = (s, p, from = store) => from.getObjects(namedNode(s), namedNode(p), null).map((o) => o.value).sort();

const canonical = (quads) => canonize(quads, { algorithm: 'RDFC-1.0', format: 'application/n-quads' });

test('Turtle, N-Quads and JSON-LD say the same', async () => {
  const nq = await exported('graph.nq', chosen);
  const quads = parse(nq, 'application/n-quads');
  const document = JSON.parse(await exported('graph.jsonld', chosen));
  const noLoader = () => assert.fail('the context is in the document');
  const linked = await jsonld.toRDF(document, { format: 'application/n-quads', documentLoader: noLoader });
  const [a, b, c] = await Promise.all([canonical(quads), canonical(parse(turtle, 'text/turtle')), canonical(parse(linked, 'application/n-quads'))]);
  assert.ok(quads.length > 5000, `${quads.length} statements`);
  assert.equal(a, b);
  assert.equal(a, c);
  // And it is canonical as we write it, but for the order of the lines.
  assert.deepEqual(nq.trimEnd().split('\n').toSorted(), a.trimEnd().split('\n').toSorted());
});

test('hostile texts, denials and decisions: the same, and the shapes hold', async () => {
  const folder = `${process.env.PEACETALKS_SCHEMA ?? new URL('../../../schema', import.meta.url).pathname}/../graph/export/testdata/golden`;
  const quads = parse(readFileSync(`${folder}/sample.en.ttl`, 'utf8'), 'text/turtle');
  const linked = await jsonld.toRDF(JSON.parse(readFileSync(`${folder}/sample.en.jsonld`, 'utf8')), { format: 'application/n-quads' });
  assert.equal(await canonical(quads), await canonical(parse(linked, 'application/n-quads')));
  const shapes = new Store(parse(await exported('graph.shapes.ttl'), 'text/turtle'));
  assert.ok((await new Validator(shapes).validate(new Store(quads))).conforms);
});

test('the whole graph streams through a parser, and a process that is chosen is a part of it', async () => {
  const lines = new Set((await exported('graph.nq')).trimEnd().split('\n'));
  let count = 0;
  for await (const quad of Readable.from([await exported('graph.ttl')]).pipe(new StreamParser({ format: 'text/turtle' }))) {
    count++;
    assert.ok(quad.graph.equals(DataFactory.defaultGraph()));
  }
  assert.equal(count, lines.size);
  for (const line of (await exported('graph.nq', { process: 'geneva' })).trimEnd().split('\n')) {
    assert.ok(lines.has(line) || line.includes(pt('filter')), line);
  }
});

test('the shapes hold, and a claim without its parts breaks them', async () => {
  const shapes = new Store(parse(await exported('graph.shapes.ttl'), 'text/turtle'));
  const validator = new Validator(shapes);
  const report = await validator.validate(store);
  assert.ok(report.conforms, report.results.slice(0, 5).map((r) => `${r.focusNode?.value} ${r.path?.value} ${r.sourceConstraintComponent?.value}`).join('\n'));
  const [claim] = store.getSubjects(rdf('type'), pt('Claim'), null);
  const broken = new Store(store.getQuads().filter((q) => !(q.subject.equals(claim) && q.predicate.value === rdf('object'))));
  assert.equal((await validator.validate(broken)).conforms, false);
});

test('the ontology describes every term of ours', async () => {
  const ontology = new Store(parse(await exported('graph.ontology.ttl'), 'text/turtle'));
  const used = new Set();
  for (const q of store.getQuads()) {
    for (const term of [q.predicate, q.object]) {
      if (term.termType === 'NamedNode' && term.value.startsWith(pt(''))) used.add(term.value);
    }
  }
  for (const term of used) {
    assert.equal(ontology.countQuads(namedNode(term), namedNode(rdfs('comment')), null, null), 1, term);
  }
  assert.ok(used.size > 40, `${used.size} terms`);
});

test('a round is what GraphQL answers', async () => {
  const { round, conflicts } = await ask(`{
    round(id: "round:astana-14") {
      name number status start { edtf } end { edtf } venue { id } host { id } process { id }
      guarantors { id } observers { id } mediators { id } agenda { id topic { id } } outcomes { id }
      delegations { id party { id } head { person { id name } } members { person { id } } }
      meetings { id } statements(first: 100) { nodes { id speaker { ... on Node { id } } text direct } }
    }
    conflicts(filter: {round: "round:astana-15"}, first: 100) { nodes { id subject { id } preferred { id } } }
  }`);
  const ids = (list) => list.map((x) => id(encodeURI(x.id))).sort();
  const iri = id('round:astana-14');
  assert.deepEqual(objects(iri, rdfs('label')), [round.name]);
  assert.deepEqual(objects(iri, pt('number')), [String(round.number)]);
  assert.deepEqual(objects(iri, pt('status')), [round.status.toLowerCase()]);
  assert.deepEqual(objects(iri, pt('start')), [round.start.edtf]);
  assert.deepEqual(objects(iri, 'https://schema.org/startDate'), [round.start.edtf]);
  assert.deepEqual(objects(iri, pt('end')), [round.end.edtf]);
  for (const name of ['venue', 'host', 'process']) assert.deepEqual(objects(iri, pt(name)), ids([round[name]]), name);
  assert.ok(round.guarantors.length === 3 && round.delegations.length > 3);
  for (const [property, list] of [
    ['guarantor', round.guarantors], ['observer', round.observers], ['mediator', round.mediators], ['agenda', round.agenda],
    ['delegation', round.delegations], ['outcome', round.outcomes], ['statement', round.statements.nodes],
  ]) {
    assert.deepEqual(objects(iri, pt(property)), ids(list), property);
  }
  const base = round.meetings.map((m) => ({ id: m.id.replace(/@.*/, '') }));
  assert.deepEqual([...objects(iri, pt('meeting')), ...objects(iri, pt('plenary'))].sort(), [...new Set(ids(base))]);
  for (const d of round.delegations) {
    const delegation = id(d.id);
    assert.deepEqual(objects(delegation, pt('party')), ids([d.party]));
    assert.deepEqual(objects(delegation, pt('head')), d.head ? ids([d.head.person]) : []);
    if (d.head) assert.deepEqual(objects(ids([d.head.person])[0], rdfs('label')), [d.head.person.name]);
    const members = objects(delegation, pt('member')).filter((m) => !d.head || thing(m) !== d.head.person.id);
    assert.deepEqual(members, ids(d.members.map((m) => m.person)));
  }
  for (const s of round.statements.nodes) {
    assert.deepEqual(objects(id(s.id), pt('speaker')), ids([s.speaker]));
    if (s.text) assert.deepEqual(objects(id(s.id), pt('text')), [s.text]);
  }
  const disputed = new Store(parse(await exported('graph.ttl', { round: 'astana-15' }), 'text/turtle'));
  assert.ok(conflicts.nodes.length > 0);
  for (const c of conflicts.nodes) {
    assert.deepEqual(objects(id(c.id), pt('preferred'), disputed), ids([c.preferred]));
    assert.deepEqual(objects(id(c.id), pt('about'), disputed), ids([c.subject]));
  }
});

test('claims and passages are those of GraphQL; positions count characters', async () => {
  const { claims } = await ask(`{ claims(filter: {subject: "round:astana-14", denied: true}, first: 200) { nodes {
    id predicate status support evidence { article { id text url source } modality confidence rule spans { quote start } }
  } } }`);
  assert.ok(claims.nodes.length > 20);
  let passages = 0;
  for (const claim of claims.nodes) {
    const iri = id(claim.id);
    assert.deepEqual(objects(iri, pt('claimStatus')), [claim.status]);
    assert.deepEqual(objects(iri, pt('support')), [String(claim.support)]);
    assert.deepEqual(objects(iri, rdf('predicate')), [pt(claim.predicate.toLowerCase())]);
    const notes = store.getSubjects(oa('hasBody'), iri, null);
    assert.equal(notes.length, claim.evidence.length, claim.id);
    for (const e of claim.evidence) {
      assert.ok(objects(iri, 'http://www.w3.org/ns/prov#wasDerivedFrom').includes(id(e.article.id)));
      assert.deepEqual(objects(id(e.article.id), pt('outlet')), e.article.source ? [e.article.source] : []);
      assert.deepEqual(objects(id(e.article.id), 'https://schema.org/url'), e.article.url ? [e.article.url] : []);
      const bytes = Buffer.from(e.article.text);
      for (const span of e.spans) {
        const start = [...bytes.subarray(0, span.start).toString()].length;
        const end = start + [...span.quote].length;
        const part = `${id(e.article.id)}#char=${start},${end}`;
        const [position] = store.getObjects(part, oa('hasSelector'), null).filter((s) => store.countQuads(s, rdf('type'), oa('TextPositionSelector'), null));
        assert.deepEqual([objects(position.value, oa('start')), objects(position.value, oa('end'))], [[String(start)], [String(end)]]);
        assert.equal([...e.article.text].slice(start, end).join(''), span.quote);
        passages++;
      }
    }
  }
  assert.ok(passages > 20, `${passages} passages`);
});
