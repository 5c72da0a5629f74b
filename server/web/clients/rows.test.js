// The rows, read by csv-parse, and compared with what GraphQL answers.
import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from 'csv-parse/sync';
import { exported } from './exports.js';
import { ask } from './server.js';

const read = (text, options = {}) => parse(text, { columns: true, ...options });
const rows = read(await exported('graph.rows.csv'));
// Organisations that are third parties wherever they sit.
const international = ['party:un', 'party:icrc', 'party:unhcr', 'party:eu', 'party:arab-league', 'party:osce'];
const list = (cell, between = ';') => (cell ? cell.split(between).map((s) => s.trim()) : []);

test('one row a round and one a meeting, by round', async () => {
  const { rounds } = await ask('{ rounds(first: 1000) { nodes { id meetings { id } } } }');
  const events = rounds.nodes.flatMap((r) => [r.id, ...r.meetings.map((m) => m.id)]);
  assert.deepEqual(rows.map((r) => r.med_event_ID).sort(), events.sort());
  const order = rows.map((r) => r.round_id);
  assert.deepEqual(order, order.toSorted());
});

test('each round is what GraphQL answers', async () => {
  const { rounds } = await ask(`{ rounds(first: 100) { nodes {
    id name number status process { id name } start { edtf earliest latest } end { edtf earliest latest } venue { id country { name } }
    participations { role party { id } } delegations { party { id } head { person { id name } } members { person { id } } }
    agenda { topic { id name } } outcomes { kind } articles(first: 100) { nodes { url } }
  } } }`);
  assert.ok(rounds.nodes.length > 20);
  for (const round of rounds.nodes) {
    const row = rows.find((r) => r.med_event_ID === round.id);
    assert.equal(row.event_name, round.name);
    assert.equal(row.round_number, String(round.number ?? ''));
    assert.equal(row.status, round.status ?? '');
    assert.deepEqual([row.PP, row.PPName], [round.process.id, round.process.name]);
    assert.deepEqual([row.start_edtf, row.start_date, row.start_date_latest], round.start ? [round.start.edtf, round.start.earliest, round.start.latest] : ['', '', '']);
    assert.deepEqual([row.end_edtf, row.end_date_earliest, row.end_date], round.end ? [round.end.edtf, round.end.earliest, round.end.latest] : ['', '', '']);
    assert.equal(row.med_location_id, round.venue?.id ?? '');
    if (round.venue?.country) assert.ok(row.med_location.endsWith(round.venue.country.name) && /^[A-Z]{3}$/.test(row.med_loc_cty), row.med_location);
    const third = new Set(round.participations.filter((p) => p.role !== 'PARTY' || international.includes(p.party.id)).map((p) => p.party.id));
    const local = round.participations.filter((p) => p.role === 'PARTY' && !third.has(p.party.id)).map((p) => p.party.id);
    assert.deepEqual(list(row.third_party_id).sort(), [...third].sort());
    assert.equal(row.num_med, String(third.size));
    assert.deepEqual(list(row.local_party_id).sort(), local.sort());
    for (const [parties, cell] of [[[...third], row.individual_med_id], [local, row.local_indiv_id]]) {
      const teams = round.delegations.filter((d) => parties.includes(d.party.id));
      const people = teams.flatMap((d) => [d.head, ...d.members].filter((m) => m).map((m) => m.person.id));
      assert.deepEqual(list(cell).sort(), [...new Set(people)].sort());
    }
    assert.deepEqual(list(row.issue_ids).sort(), round.agenda.map((a) => a.topic.id).sort());
    assert.deepEqual(list(row.issues, ';').sort(), round.agenda.map((a) => a.topic.name).sort());
    assert.deepEqual(list(row.outcomes).sort(), round.outcomes.map((o) => o.kind.toLowerCase().replaceAll('_', '-')).sort());
    const known = round.articles.nodes.map((a) => a.url?.replaceAll(';', '%3B'));
    for (const url of list(row.source_urls)) assert.ok(known.includes(url), `${round.id}: ${url}`);
    assert.ok(Number(row.num_sources) >= Number(row.num_independent_sources) && Number(row.num_independent_sources) > 0);
  }
});

test('names in Arabic, with a mark for spreadsheets', async () => {
  const text = await exported('graph.rows.csv', { language: 'ar', round: 'astana-14', bom: 'true' });
  const [row] = read(text, { bom: true });
  assert.ok(row.guarantors.includes('روسيا'), row.guarantors);
  assert.equal(row.med_event_ID, 'round:astana-14');
  assert.match(row.snapshot, /^[0-9a-f]{32}$/);
});
