// The workbook, read by ExcelJS, and compared with what GraphQL answers.
import assert from 'node:assert/strict';
import test from 'node:test';
import ExcelJS from 'exceljs';
import { events, isDay, passages, timeline } from './timelines.js';

async function open(language) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await timeline('timeline.xlsx', { language }));
  return book;
}
const plain = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : (value?.text ?? value ?? ''));
/** The rows of a sheet, by the headings of its columns. */
function table(sheet) {
  const headings = sheet.getRow(1).values;
  return sheet.getRows(2, sheet.rowCount - 1).map((row) =>
    Object.fromEntries(headings.map((heading, i) => [heading, row.getCell(i)]).filter(([heading]) => heading)));
}
const words = {
  en: { sheets: ['Events', 'Sources', 'About'], event: 'Event', date: 'Date', earliest: 'Earliest day', latest: 'Latest day', id: 'Event id', quote: 'Passage', outlet: 'Outlet', address: 'Address', start: 'First byte', end: 'End byte', article: 'Article id' },
  ar: { sheets: ['الأحداث', 'المصادر', 'عن الملف'], event: 'الحدث', date: 'التاريخ', earliest: 'أبكر يوم', latest: 'آخر يوم', id: 'معرّف الحدث', quote: 'المقطع', outlet: 'الوسيلة الإعلامية', address: 'الرابط', start: 'أول بايت', end: 'البايت بعد الأخير', article: 'معرّف المقال' },
};
const flat = (text) => text.replace(/\s+/g, ' ').trim();

for (const [language, w] of Object.entries(words)) {
  test(`${language}: a row an event, a row a passage, as GraphQL has them`, async () => {
    const [book, want] = [await open(language), await events(language)];
    assert.deepEqual(book.worksheets.map((s) => s.name), w.sheets);
    const rows = table(book.worksheets[0]);
    assert.equal(rows.length, want.length);
    want.forEach((event, i) => {
      const row = rows[i];
      assert.equal(plain(row[w.id].value), event.id);
      assert.equal(plain(row[w.event].value), event.title);
      assert.equal(row[w.date].value instanceof Date, isDay(event.date), event.date.edtf);
      if (isDay(event.date)) assert.equal(plain(row[w.date].value), event.date.edtf);
      assert.equal(plain(row[w.earliest].value), event.date.earliest ?? '');
      assert.equal(plain(row[w.latest].value), event.date.latest ?? '');
      assert.equal(row.EDTF.value, event.date.edtf);
      const sources = passages(event);
      const first = sources.find((s) => (s.article.url ?? '') === plain(row[w.address].value) && flat(s.quote).startsWith(plain(row[w.quote].value).replace(/…$/, '')));
      assert.ok(first, `${event.title}: ${plain(row[w.quote].value)}`);
      assert.equal(plain(row[w.outlet].value), first.article.source ?? '');
      assert.equal(row[w.address].value?.hyperlink ?? '', first.article.url ?? '');
    });
    const key = (event, article, start, end) => `${event} ${article} ${start} ${end}`;
    assert.deepEqual(
      table(book.worksheets[1]).map((r) => key(r[w.id].value, r[w.article].value, r[w.start].value, r[w.end].value)).sort(),
      want.flatMap((e) => passages(e).map((s) => key(e.id, s.article.id, s.start, s.end))).sort(),
    );
  });

  test(`${language}: the sheets are laid out for reading`, async () => {
    for (const [i, sheet] of (await open(language)).worksheets.entries()) {
      const [view] = sheet.views;
      assert.equal(Boolean(view.rightToLeft), language === 'ar');
      if (i === 2) continue;
      assert.equal(view.state, 'frozen');
      assert.equal(view.ySplit, 1);
      assert.ok(sheet.autoFilter);
      assert.ok(sheet.columns.every((c) => c.width > 9));
    }
  });
}

test('there is no formula in it, and it says what it was made of', async () => {
  const book = await open('en');
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => row.eachCell((cell) => assert.notEqual(cell.type, ExcelJS.ValueType.Formula)));
  }
  const about = book.worksheets[2].getSheetValues().flat().map(String);
  assert.ok(about.some((text) => /^[0-9a-f]{32}$/.test(text)), about);
  assert.ok(about.includes('to=2019-11-30'), about);
  assert.match(book.description, /^peacetalks .*; graph [0-9a-f]{32}; .*filter to=2019-11-30$/);
});
