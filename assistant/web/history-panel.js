// The conversations of this browser: open one again, or delete it.

import { deleteConversation } from "./api.js";
import { button, element } from "./elements.js";
import { pageLanguage, phrase } from "./language.js";
import { conversationsHad, unlistConversation } from "./remembered.js";
import { sheet } from "./sheet.js";

const NOT_FOUND = 404;

function when(at) {
  const language = pageLanguage() === "zh" ? "zh-CN" : "en";
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

async function isDeleted(id) {
  try {
    await deleteConversation(id);
  } catch (failure) {
    return failure.status === NOT_FOUND;
  }
  return true;
}

/** Makes the history of `dialog`; `open(id)` shows a conversation, `onDeleted(id)` hears of one that is gone, `announce(key)` tells a screen reader. */
export function historyPanel(dialog, { open, onDeleted, announce }) {
  const item = ({ id, question, at }) => {
    const line = element(
      "li",
      { class: "history-item" },
      element(
        "button",
        {
          type: "button",
          class: "history-open",
          onclick: () => {
            dialog.close();
            open(id);
          },
        },
        element("span", { class: "history-question" }, question),
        element("time", { datetime: new Date(at).toISOString() }, when(at)),
      ),
      button("delete", "quiet-button", async () => {
        if (!confirm(phrase("confirmDelete"))) return;
        if (!(await isDeleted(id))) return announce("deleteFailed");
        unlistConversation(id);
        line.remove();
        onDeleted(id);
        announce("deleted");
      }),
    );
    return line;
  };
  return sheet(dialog, "history", () => {
    const had = conversationsHad();
    const list = element("ul", { class: "history-list" }, had.map(item));
    return [element("p", { class: "meta", say: had.length ? "historyNote" : "historyEmpty" }), list];
  });
}
