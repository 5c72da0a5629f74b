// The calendar, read by ical.js, and compared with what GraphQL answers.
import assert from 'node:assert/strict';
import test from 'node:test';
import ICAL from 'ical.js';
import { events, isDay, passages, timeline } from './timelines.js';

const read = async (parameters) => {
  const text = (await timeline('timeline.ics', parameters)).toString();
  return { text, calendar: new ICAL.Component(ICAL.parse(text)) };
};
const entries = ({ calendar }) => calendar.getAllSubcomponents('vevent').map((c) => new ICAL.Event(c));
const dayAfter = (day) => new Date(Date.parse(day) + 86400e3).toISOString().slice(0, 10);

for (const language of ['en', 'ar']) {
  test(`${language}: each event is an all-day entry from its first day to the day after its last`, async () => {
    const [file, want] = [await read({ language }), await events(language)];
    const got = entries(file);
    assert.equal(got.length, want.length);
    want.forEach((event, i) => {
      const { earliest, latest } = event.date;
      assert.ok(got[i].startDate.isDate && got[i].endDate.isDate);
      assert.equal(got[i].startDate.toString(), earliest ?? latest);
      assert.equal(got[i].endDate.toString(), dayAfter(latest ?? earliest));
      assert.ok(got[i].summary.startsWith(event.title), `${got[i].summary}: want ${event.title}`);
      assert.equal(got[i].summary === event.title, isDay(event.date));
      assert.equal(got[i].component.getFirstPropertyValue('status'), event.modality === 'PLANNED' ? 'TENTATIVE' : 'CONFIRMED');
      assert.equal(got[i].component.getFirstPropertyValue('x-peacetalks-edtf'), event.date.edtf);
      for (const { quote } of passages(event)) {
        assert.ok(got[i].description.includes(quote.replace(/\s+/g, ' ').trim().slice(0, 100)), `${got[i].description}: want ${quote}`);
      }
    });
  });
}

test('an entry keeps its id in every language, and no two share one', async () => {
  const [en, ar] = [entries(await read({ language: 'en' })), entries(await read({ language: 'ar' }))];
  const ids = en.map((e) => e.uid);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(ar.map((e) => e.uid), ids);
});

test('lines are folded between letters, Arabic ones too', async () => {
  const { text } = await read({ language: 'ar' });
  const lines = text.split('\r\n');
  assert.ok(lines.some((line) => /^ .*[\u0600-\u06ff]/.test(line)));
  for (const line of lines) {
    assert.ok(Buffer.byteLength(line) <= 75 && !line.includes('\ufffd') && !line.includes('\n'), line);
  }
});

test('it says what it was made of', async () => {
  const { calendar } = await read();
  assert.match(calendar.getFirstPropertyValue('prodid'), /^-\/\/peacetalks\/\/peacetalks .*\/\/EN$/);
  const snapshot = calendar.getFirstPropertyValue('x-peacetalks-snapshot');
  assert.match(snapshot, /^[0-9a-f]{32}$/);
  assert.ok(calendar.getFirstPropertyValue('x-wr-caldesc').includes(snapshot));
});
