// Gestures for the timeline. The server draws everything: a gesture ends in the
// address of the days to show, whose page is fetched and takes the place of the
// view. A mark opens what the list says of it beside the chart.

const day = 24 * 60 * 60 * 1000;
const view = () => document.getElementById('view');
const chart = () => document.querySelector('.chart');
const rtl = document.documentElement.dir === 'rtl';

// --- The view and its address ---

let latest = 0;

async function show(address, { push = true, focus = document.activeElement?.dataset?.zoom } = {}) {
  const turn = ++latest;
  view().setAttribute('aria-busy', 'true');
  try {
    const page = await read(address);
    if (turn !== latest) return;
    view().replaceWith(page.getElementById('view'));
    if (push) history.pushState(null, '', address);
    prepare();
    (view().querySelector(`[data-zoom="${focus}"]`) ?? (focus ? chart() : null))?.focus({ preventScroll: true });
  } catch {
    if (turn === latest) location.assign(address);
  }
}

async function read(address) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } });
  if (!answer.ok) throw new Error(answer.status);
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

addEventListener('popstate', () => show(location.href, { push: false }));

document.addEventListener('click', (event) => {
  const link = event.target.closest('#view a');
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const to = link.href?.baseVal ?? link.href;
  if (link.dataset.zoom || link.classList.contains('zoom')) {
    event.preventDefault();
    show(new URL(to, location.href).href, { focus: link.dataset.zoom ?? 'in' });
  } else if (link.dataset.events) {
    event.preventDefault();
    open(link);
  }
});

// --- The days of the chart ---

const date = (text) => Date.parse(text + 'T00:00:00Z');
const text = (time) => new Date(time).toISOString().slice(0, 10);

// drawn is the drawing that is shown, with the days and the place of its axis.
function drawn() {
  const svg = [...document.querySelectorAll('.chart svg.peacetalks-chart')].find((s) => s.getClientRects().length);
  if (!svg) return null;
  const box = svg.getBoundingClientRect();
  const scale = box.width / svg.viewBox.baseVal.width;
  const { first, last, left, right } = svg.dataset;
  return { svg, scale, box, first: date(first), end: date(last) + day, left: left * scale, right: right * scale };
}

// share is how far along the axis a place in the window is, from 0 to 1.
function share(d, x) {
  const along = rtl ? d.box.right - x : x - d.box.left;
  return Math.min(1, Math.max(0, (along - d.left) / (d.right - d.left)));
}

function goTo(first, end) {
  const least = 2 * day;
  if (end - first < least) [first, end] = [(first + end - least) / 2, (first + end + least) / 2];
  if (!(end - first <= 200 * 365 * day)) return; // also where there are no days
  const address = new URL(location.href);
  address.hash = '';
  address.searchParams.delete('page');
  address.searchParams.set('from', text(first + day / 2));
  address.searchParams.set('to', text(end - day / 2));
  show(address.href);
}

// A move is what the drawing looks like until the new one is here: so much
// longer about a point, and moved by so much.
let move = { zoom: 1, at: 0, by: 0 };
let waiting;

function preview(d) {
  const sign = rtl ? -1 : 1;
  const at = rtl ? d.svg.viewBox.baseVal.width - move.at / d.scale : move.at / d.scale;
  const by = (sign * move.by) / d.scale;
  d.svg.style.setProperty('--move', `translateX(${at + by}px) scaleX(${move.zoom}) translateX(${-at}px)`);
}

// settle asks for the days that the preview shows.
function settle(d) {
  const perPixel = (d.end - d.first) / (d.right - d.left);
  const length = (d.end - d.first) / move.zoom;
  const about = d.first + (move.at - d.left) * perPixel;
  const first = about - (move.at - d.left + move.by) * (perPixel / move.zoom);
  move = { zoom: 1, at: 0, by: 0 };
  goTo(first, first + length);
}

function zoomBy(factor, x) {
  const d = drawn();
  if (!d) return;
  move.at = d.left + share(d, x ?? (d.box.left + d.box.right) / 2) * (d.right - d.left);
  move.zoom = Math.min(64, Math.max(1 / 64, move.zoom * factor));
  preview(d);
  clearTimeout(waiting);
  waiting = setTimeout(() => settle(d), 250);
}

// --- Gestures ---

function prepare() {
  const box = chart();
  if (!box) return;
  document.querySelector('.hint').hidden = false;
  box.classList.add('live');
  const pointers = new Map();
  let begun = null;

  box.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomBy(Math.exp(-event.deltaY / 300), event.clientX);
  }, { passive: false });

  const middle = () => [...pointers.values()].reduce((sum, x) => sum + x / pointers.size, 0);
  const spread = () => { const xs = [...pointers.values()]; return Math.max(24, Math.abs(xs[0] - xs[xs.length - 1])); };
  const begin = () => { begun = pointers.size ? { d: drawn(), x: middle(), spread: spread(), move: { ...move } } : null; };

  box.addEventListener('pointerdown', (event) => {
    if (event.button) return;
    pointers.set(event.pointerId, event.clientX);
    begin();
  });
  box.addEventListener('pointermove', (event) => {
    if (!pointers.has(event.pointerId) || !begun?.d) return;
    pointers.set(event.pointerId, event.clientX);
    const moved = middle() - begun.x;
    if (!box.classList.contains('moving') && pointers.size < 2 && Math.abs(moved) < 8) return;
    if (!box.classList.contains('moving')) {
      box.classList.add('moving');
      box.setPointerCapture(event.pointerId);
    }
    clearTimeout(waiting);
    move.by = begun.move.by + (rtl ? -moved : moved);
    if (pointers.size > 1) {
      move.at = begun.d.left + share(begun.d, begun.x) * (begun.d.right - begun.d.left);
      move.zoom = begun.move.zoom * spread() / begun.spread;
    }
    preview(begun.d);
  });
  const end = (event) => {
    if (!pointers.delete(event.pointerId)) return;
    const d = begun?.d;
    begin();
    if (pointers.size || !box.classList.contains('moving')) return;
    box.classList.remove('moving');
    // The click that follows belongs to the gesture, not to the mark under it.
    const swallow = (click) => { click.preventDefault(); click.stopPropagation(); };
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, { capture: true }), 50);
    settle(d);
  };
  for (const name of ['pointerup', 'pointercancel']) box.addEventListener(name, end);
  box.addEventListener('dragstart', (event) => event.preventDefault());

  box.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const later = rtl ? 'ArrowLeft' : 'ArrowRight', earlier = rtl ? 'ArrowRight' : 'ArrowLeft';
    const which = { '+': 'in', '=': 'in', '-': 'out', '−': 'out', 0: 'all', [earlier]: 'earlier', [later]: 'later' }[event.key];
    const link = which && view().querySelector(`a[data-zoom="${which}"]`);
    if (!link) return;
    event.preventDefault();
    show(link.href, { focus: 'chart' });
  });
}

// --- The passages of a mark ---

const pages = new Map(); // of the list, by address

// find answers what the list says of an event of the chart, from this page of
// the list or from another.
async function find(place) {
  const { size, start } = view().dataset;
  const page = Math.floor((place + Number(start)) / size) + 1, within = (place + Number(start)) % size;
  if (page === Math.ceil(document.getElementById('events').dataset.first / size)) return document.querySelectorAll('#events .event')[within];
  const address = new URL(location.href);
  address.hash = '';
  address.searchParams.set('page', page);
  if (!pages.has(address.href)) pages.set(address.href, read(address.href));
  return (await pages.get(address.href)).querySelectorAll('#events .event')[within];
}

async function open(mark) {
  const { close, loading, failed } = view().dataset;
  const panel = element('dialog', 'panel');
  const title = element('h2', '', mark.getAttribute('aria-label'));
  title.id = 'panel-title';
  title.dir = 'auto';
  // The title has the focus, not the button: the key that opened would close.
  title.tabIndex = -1;
  title.autofocus = true;
  const shut = element('button', '', '×');
  shut.setAttribute('aria-label', close);
  shut.type = 'button';
  const head = element('header'), body = element('div', 'body');
  head.append(title, shut);
  body.append(element('p', 'soft', loading));
  panel.append(head, body);
  panel.setAttribute('aria-labelledby', title.id);
  shut.addEventListener('click', () => panel.close());
  panel.addEventListener('click', (event) => { if (event.target === panel) panel.close(); });
  panel.addEventListener('close', () => { panel.remove(); mark.focus({ preventScroll: true }); });
  document.body.append(panel);
  panel.showModal();
  try {
    const places = mark.dataset.events.split(' ').map(Number);
    const events = await Promise.all(places.map(find));
    body.replaceChildren(...events.filter(Boolean).map((event) => {
      const copy = document.importNode(event, true);
      const shown = element('article', copy.className);
      shown.append(...copy.childNodes);
      if (places.length < 4) shown.querySelectorAll('details').forEach((d) => { d.open = true; });
      return shown;
    }));
  } catch {
    body.replaceChildren(element('p', 'error', failed));
  }
}

function element(name, className = '', content = '') {
  const e = document.createElement(name);
  e.className = className;
  e.textContent = content;
  return e;
}

prepare();
