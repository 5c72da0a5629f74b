import { useEffect } from 'react';
import { Tooltip, UnStyledButton, useGraphiQL, useGraphiQLActions } from '@graphiql/react';

const next = { system: 'light', light: 'dark', dark: 'system' };
const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** Changes between the theme of the system, light and dark. */
export function ThemeButton() {
  const theme = useGraphiQL((state) => state.theme) ?? 'system';
  const { setTheme } = useGraphiQLActions();
  useEffect(() => {
    // The page follows the system by itself, its editors do not.
    const follow = () => theme === 'system' && setTheme(null);
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }, [theme, setTheme]);
  const label = `Theme: ${theme}. Change to ${next[theme]}`;
  return (
    <Tooltip label={label}>
      <UnStyledButton
        type="button"
        className="peacetalks-theme"
        aria-label={label}
        onClick={() => setTheme(next[theme] === 'system' ? null : next[theme])}
      >
        <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
          <circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" strokeWidth="1.500" />
          {theme !== 'light' && <path d={theme === 'dark' ? 'M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16' : 'M12 4a8 8 0 0 1 0 16z'} fill="currentColor" />}
        </svg>
      </UnStyledButton>
    </Tooltip>
  );
}
