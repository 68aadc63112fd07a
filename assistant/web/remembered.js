// Which conversations this browser has had: the one a tab is in, so that a reload does not lose it, and the list of all.

const CURRENT = "city-assistant.conversation";
const ALL = "city-assistant.conversations";
const MOST = 50;

// Storage may be forbidden, and what lies in it may be anything; both are as if nothing had been kept.

function kept(storage, key) {
  try {
    return globalThis[storage].getItem(key);
  } catch {
    return null;
  }
}

function keep(storage, key, value) {
  try {
    if (value) globalThis[storage].setItem(key, value);
    else globalThis[storage].removeItem(key);
  } catch {
    // As above.
  }
}

/** The id of the conversation this tab was in; null where there is none. A tab that is closed forgets it. */
export function rememberedConversation() {
  return kept("sessionStorage", CURRENT);
}

/** Remembers `id` for this tab, or forgets the conversation when it is null. */
export function rememberConversation(id) {
  keep("sessionStorage", CURRENT, id);
}

/** The conversations of this browser, the last one begun first: `{id, question, at}`, the first question and the time it was asked (ms). */
export function conversationsHad() {
  try {
    const list = JSON.parse(kept("localStorage", ALL) ?? "[]");
    return list.filter(({ id, question, at }) => typeof id === "string" && typeof question === "string" && Number.isFinite(at));
  } catch {
    return [];
  }
}

/** Puts a conversation that began with `question` on the list; one that is there already stays as it is. */
export function listConversation(id, question, at = Date.now()) {
  const list = conversationsHad();
  if (list.some((had) => had.id === id)) return;
  keep("localStorage", ALL, JSON.stringify([{ id, question, at }, ...list].slice(0, MOST)));
}

/** Takes a conversation off the list. */
export function unlistConversation(id) {
  const left = conversationsHad().filter((had) => had.id !== id);
  keep("localStorage", ALL, left.length ? JSON.stringify(left) : null);
}
