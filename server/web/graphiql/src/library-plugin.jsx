import { useId, useState } from 'react';
import { useGraphiQLActions } from '@graphiql/react';
import { search } from './library.js';
import { useOpen } from './open.js';

// Where the panel lies over the answer, as in style.css.
const narrow = window.matchMedia('(max-width: 760px)');

function Icon(props) {
  return (
    <svg viewBox="0 0 24 24" height="1em" fill="none" stroke="currentColor" strokeWidth="1.5" {...props}>
      <path strokeLinecap="round" d="M9.500 9.300a2.600 2.600 0 1 1 3.700 2.400c-.8.400-1.200 1-1.200 1.900v.4M12 17v.1" />
      <path d="M4 5.500h16v14H8l-4 2.500z" />
    </svg>
  );
}

function Question({ saved, open }) {
  return (
    <li>
      <button type="button" onClick={() => open(saved)}>
        <strong>{saved.title}</strong>
        <strong lang="ar" dir="rtl">
          {saved.arabic}
        </strong>
        <span>{saved.about}</span>
      </button>
    </li>
  );
}

function Group({ group, open }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {group.title} <span lang="ar" dir="rtl">{group.arabic}</span>
      </h3>
      <ul>
        {group.queries.map((saved) => (
          <Question key={saved.title} saved={saved} open={open} />
        ))}
      </ul>
    </section>
  );
}

function Library() {
  const [text, setText] = useState('');
  const openInTab = useOpen();
  const { setVisiblePlugin } = useGraphiQLActions();
  const open = (saved) => {
    openInTab(saved);
    if (narrow.matches) setVisiblePlugin(null);
  };
  const found = search(text);
  const count = found.reduce((sum, group) => sum + group.queries.length, 0);
  return (
    <section className="peacetalks-library" aria-label="Questions">
      <h2>Questions</h2>
      <input
        type="search"
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-label="Search the questions"
        placeholder="Search: guarantors, ضامنة …"
      />
      <p role="status">{text && (count === 1 ? '1 question' : `${count} questions`)}</p>
      {found.map((group) => (
        <Group key={group.folder} group={group} open={open} />
      ))}
    </section>
  );
}

/** Lists the saved queries by question; one that is clicked opens in a tab and runs. */
export const libraryPlugin = { title: 'Questions', icon: Icon, content: Library };
