// Copying an answer for use elsewhere.

import { isByModel, placeOf, plainText, unsaidNotices } from "./answer-text.js";
import { phrase } from "./language.js";

/** The answer with the model that wrote it, its notices and numbered sources, as plain text for a report. */
export function answerForReport(answer) {
  const notices = unsaidNotices(answer).map((notice) => notice.message);
  const wordedBy = isByModel(answer) ? [phrase("answeredByModel", { model: answer.answered_by })] : [];
  const sources = answer.citations.map((citation) => {
    const page = citation.page ? ` · ${phrase("page", { page: citation.page })}` : "";
    return `[${citation.marker}] ${placeOf(citation)}${page}\n    “${citation.quote.trim()}”`;
  });
  const cited = sources.length ? [[phrase("copySources"), ...sources].join("\n")] : [];
  return [plainText(answer), ...wordedBy, ...notices, ...cited].join("\n\n");
}

function copyBySelection(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  return copied;
}

/** Puts `text` on the clipboard; false when the browser does not allow it. Plain http pages have no clipboard API. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const focused = document.activeElement;
    const copied = copyBySelection(text);
    focused?.focus({ preventScroll: true });
    return copied;
  }
}
