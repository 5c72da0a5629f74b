// The slides, read and shown by TimelineJS itself in a browser, and compared with what GraphQL answers.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { chromium } from 'playwright-core';
import { events, timeline } from './timelines.js';

const executablePath = process.env.CHROMIUM ||
  ['chromium', 'chromium-browser', 'google-chrome'].map((name) => {
    try {
      return execFileSync('which', [name]).toString().trim();
    } catch {
      return '';
    }
  }).find(Boolean);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
after(() => browser.close());

const dist = new URL('node_modules/@knight-lab/timelinejs/dist/', import.meta.url);
const page = (language) => `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/css/timeline.css">
<div id="timeline" style="width: 1000px; height: 600px"></div><script src="/js/timeline.js"></script>
<script>window.timeline = new TL.Timeline('timeline', '/timeline.json', { language: '${language}', script_path: 'http://timeline.test/js/', hash_bookmark: false });</script>`;

for (const language of ['en', 'ar']) {
  test(`${language}: TimelineJS has a slide for each event, on its days`, async () => {
    const [slides, want] = [await timeline('timeline.timelinejs.json', { language }), await events(language)];
    const tab = await browser.newPage();
    const wrong = [];
    tab.on('pageerror', (error) => wrong.push(String(error)));
    tab.on('dialog', (dialog) => wrong.push(dialog.message()) && dialog.dismiss());
    await tab.route('**/*', async (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === '/') return route.fulfill({ contentType: 'text/html', body: page(language) });
      if (path === '/timeline.json') return route.fulfill({ contentType: 'application/json', body: slides });
      const body = await readFile(new URL(path.slice(1), dist)).catch(() => null);
      const contentType = path.endsWith('.css') ? 'text/css' : path.endsWith('.js') ? 'text/javascript' : undefined;
      return body ? route.fulfill({ body, contentType }) : route.abort();
    });
    await tab.goto('http://timeline.test/');
    await tab.waitForFunction((n) => document.querySelectorAll('.tl-timemarker').length === n, want.length, { timeout: 40000 });
    const read = await tab.evaluate(() => ({
      title: window.timeline.config.title.text.headline,
      errors: window.timeline.config.getErrors?.() ?? [],
      events: window.timeline.config.events.map((e) => {
        const { year, month, day } = e.start_date.data;
        const shown = document.createElement('div');
        shown.innerHTML = e.text.headline;
        return { id: e.unique_id, headline: shown.textContent, start: [year, month, day].filter(Boolean).map(Number), display: e.display_date };
      }),
      markers: document.querySelectorAll('.tl-timemarker').length,
      hostile: document.querySelectorAll('.tl-timeline script, .tl-timeline img[onerror], .tl-timeline iframe').length,
    }));
    await tab.close();
    assert.deepEqual([wrong, read.errors, read.hostile], [[], [], 0]);
    assert.equal(read.title, language === 'ar' ? 'محادثات السلام' : 'Peace talks');
    assert.equal(read.markers, want.length);
    const byId = new Map(read.events.map((e) => [e.id, e]));
    for (const event of want) {
      const slide = byId.get(event.id.replace(':', '-'));
      assert.equal(slide?.headline, event.title);
      const known = event.date.edtf.split('/').find((end) => end !== '..').replace(/[~?%]/g, '');
      assert.deepEqual(slide.start, known.split('-').map(Number), event.date.edtf);
      assert.ok(slide.display);
    }
  });
}
