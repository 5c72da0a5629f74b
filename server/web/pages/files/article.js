// An article's page without this: numbers lead from a passage to what was read
// from it, and back. With it, the two are shown together on hover and focus,
// and a click anywhere in a passage leads there.

const parts = (number) => document.querySelectorAll(`[data-passage="${number}"]`);

const numberAt = (target) => target.closest?.('[data-passage]')?.dataset.passage;

// The words that a claim in the list stands in, if the target belongs to one.
const wordsOf = (target) => {
  const claim = target.closest?.('[data-claim]')?.dataset.claim;
  return claim ? [document.getElementById(claim.slice(1))?.parentElement].filter(Boolean) : [];
};

let lit = [];

function show(parts) {
  for (const part of lit) part.classList.remove('on');
  lit = [...parts];
  for (const part of lit) part.classList.add('on');
}

for (const event of ['pointerover', 'focusin']) {
  document.addEventListener(event, ({ target }) => {
    const number = numberAt(target);
    const words = wordsOf(target);
    show(words.length ? words : number ? parts(number) : []);
  });
}

document.querySelector('article.text')?.addEventListener('click', (e) => {
  const number = numberAt(e.target);
  if (!number || e.target.closest('a') || !getSelection().isCollapsed) return;
  const entry = document.getElementById(`passage-${number}`);
  entry?.scrollIntoView({ block: 'nearest' });
  show(parts(number));
});

// The list scrolls by itself beside the text: where a number leads to an entry
// of it, the entry is brought into view within the list.
addEventListener('hashchange', () => {
  if (location.hash.startsWith('#passage-')) {
    document.querySelector(location.hash)?.scrollIntoView({ block: 'nearest' });
  }
});
