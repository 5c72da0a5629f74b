import { pageOf } from './nodes.js';
import { useOpenNode } from './open.js';
import { undirected, widthOf } from './text.js';

/** An id as it is shown: of a hash the beginning. */
function short(id) {
  return id.replace(/:([a-z2-7]{6})[a-z2-7]{20}$/, ':$1…');
}

/** An id of an answer: opens its node in a tab; beside it, its page. */
export function Id({ id, label }) {
  const openNode = useOpenNode();
  const text = undirected(label ?? short(id));
  return (
    <span className="peacetalks-node">
      <button type="button" className={widthOf(text)} title={`Ask for ${id}`} onClick={() => openNode(id)}>
        <bdi>{text}</bdi>
      </button>
      <a href={pageOf(id)} target="_blank" rel="noreferrer" aria-label={`Page of ${id}`} title={`Page of ${id}`}>
        ↗
      </a>
    </span>
  );
}
