const prefix = 'peacetalks:';

/** What was remembered under a name; null if nothing was, or the browser keeps nothing. */
export function recall(name) {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

/** Remembers a text under a name, where the browser keeps anything. */
export function remember(name, text) {
  try {
    localStorage.setItem(prefix + name, text);
  } catch {
    // It is asked for again next time.
  }
}
