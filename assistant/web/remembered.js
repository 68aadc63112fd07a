// Which conversation this tab is in, so that a reload does not lose it. A tab that is closed forgets it.

const STORED_AS = "city-assistant.conversation";

/** The id of the conversation this tab was in; null where there is none. */
export function rememberedConversation() {
  try {
    return sessionStorage.getItem(STORED_AS);
  } catch {
    // Storage may be forbidden; a reload then begins anew.
    return null;
  }
}

/** Remembers `id`, or forgets the conversation when it is null. */
export function rememberConversation(id) {
  try {
    if (id) sessionStorage.setItem(STORED_AS, id);
    else sessionStorage.removeItem(STORED_AS);
  } catch {
    // As above.
  }
}
