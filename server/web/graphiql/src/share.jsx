import { useEffect, useState } from 'react';
import { ToolbarButton, VisuallyHidden } from '@graphiql/react';
import { fragmentOf } from './link.js';
import { showAddress, useAsked } from './link-state.jsx';

const label = 'Copy a link to this query';

function Icon() {
  return (
    <svg className="graphiql-toolbar-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path strokeLinecap="round" d="m10 14 4-4M8.500 11 6 13.500a3.200 3.200 0 0 0 4.500 4.500l2.500-2.500M15.500 13l2.500-2.500A3.200 3.200 0 0 0 13.500 6L11 8.500" />
    </svg>
  );
}

/** Copies the address that carries the query; where a page may not copy, it is in the address bar. */
export function ShareButton() {
  const fragment = fragmentOf(useAsked());
  const [said, say] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => say(''), 4000);
    return () => clearTimeout(timer);
  }, [said]);
  const share = () => {
    if (!fragment) throw new Error('The query is too long for a link: copy its text instead');
    showAddress(fragment);
    const copied = navigator.clipboard?.writeText(location.href) ?? Promise.reject();
    copied.then(
      () => say('The link is copied'),
      () => say('The link is in the address bar'),
    );
  };
  return (
    <>
      <ToolbarButton label={said || label} onClick={share}>
        <Icon />
      </ToolbarButton>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
