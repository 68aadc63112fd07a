// The wording of an answer taken apart: lines, and in them plain text and the numbered markers of its sources.

const MARKED = /(\S?)((?:\[\d+\])+)([，。；、：！？）》」』”,.;:!?)]*)/gu;

/**
 * Cuts one line into parts: `{text}`, or `{before, markers, after}` where markers stand. `before` and `after` are the
 * character and the punctuation that must stay on one line with them. A number in brackets without a source stays text.
 */
export function lineParts(line, known) {
  const parts = [];
  let done = 0;
  for (const match of line.matchAll(MARKED)) {
    const [whole, before, brackets, after] = match;
    const markers = [...brackets.matchAll(/\d+/g)].map(Number);
    if (!markers.every((marker) => known.has(marker))) continue;
    if (match.index > done) parts.push({ text: line.slice(done, match.index) });
    parts.push({ before, markers, after });
    done = match.index + whole.length;
  }
  if (done < line.length) parts.push({ text: line.slice(done) });
  return parts;
}

/** The lines of an answer, each with its parts; `item` is set for a line that begins with a list sign, which is dropped. */
export function answerLines(text, known) {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const bare = line.replace(/^(?:[-*•·]\s+|[•·])/u, "");
      return { item: bare !== line, parts: lineParts(bare, known) };
    });
}

/** The words of an answer without the signs of Markdown that a model writes. */
export function plainText(answer) {
  return answer.plain ?? answer.answer;
}

/** Whether a language model wrote the answer. */
export function isByModel(answer) {
  return Boolean(answer.answered_by) && answer.answered_by !== "extractive";
}

/** The answer without markers, for reading aloud. */
export function spokenText(text) {
  return text.replace(/\[\d+\]/g, "");
}

/** The notices whose words do not stand in the answer already, as the nearest passage of a refusal does. */
export function unsaidNotices(answer) {
  return answer.notices.filter((notice) => !spokenText(plainText(answer)).includes(notice.message));
}

/** The markers of sources whose words the answer repeats: those of a refusal's nearest passage. */
export function repeatedMarkers(answer) {
  const unsaid = unsaidNotices(answer);
  const said = answer.notices.filter((notice) => notice.kind === "nearest" && !unsaid.includes(notice));
  return new Set(said.flatMap((notice) => notice.markers));
}

/** Where a quote stands, as official documents cite: 《title》（number），its heading path. */
export function placeOf(citation) {
  return [documentOf(citation), citation.section.join(" › ")].filter(Boolean).join("，");
}

/** The document a quote stands in: 《title》（number）. */
export function documentOf(citation) {
  const number = citation.document_number ? `（${citation.document_number}）` : "";
  return titleOf(citation.document_title) + number;
}

/** The title in title marks, unless it brings its own. */
export function titleOf(title) {
  return title.startsWith("《") ? title : `《${title}》`;
}
