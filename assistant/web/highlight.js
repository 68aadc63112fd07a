// From spans to the characters on the page. Spans are half-open [start, end) in Unicode code points of a document's
// canonical text; JavaScript strings count UTF-16 units, so every position is converted here and nowhere else.

/** The UTF-16 offset in `text` of its code point number `points`; the end of `text` when it has fewer. */
export function unitOffset(text, points) {
  let units = 0;
  for (let left = points; left > 0 && units < text.length; left -= 1) {
    units += text.codePointAt(units) > 0xffff ? 2 : 1;
  }
  return units;
}

/** How many code points `text` holds. */
export function pointCount(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/**
 * Cuts `text`, which begins at document position `start`, into pieces inside and outside `span`.
 * The pieces joined give `text` back; empty pieces are left out.
 */
export function markedPieces(text, start, span) {
  if (!span || span.start >= span.end || span.end <= start) return text ? [{ text, marked: false }] : [];
  const from = unitOffset(text, Math.max(span.start - start, 0));
  const to = unitOffset(text, span.end - start);
  return [
    { text: text.slice(0, from), marked: false },
    { text: text.slice(from, to), marked: true },
    { text: text.slice(to), marked: false },
  ].filter((piece) => piece.text);
}

/** The pieces of text that the blocks of a document show, in reading order: a table gives its cells, any other block itself. */
export function shownTexts(blocks) {
  return blocks.flatMap((block) => {
    const texts = block.kind === "table" && block.rows?.length ? block.rows.flatMap((row) => row.cells) : [block];
    return texts.map(({ start, text }) => ({ start, text: text ?? "" }));
  });
}

/** The characters that `span` covers in what is shown; separators between blocks and cells are not part of it. */
export function textWithin(texts, span) {
  return texts
    .flatMap(({ start, text }) => markedPieces(text, start, span))
    .filter((piece) => piece.marked)
    .map((piece) => piece.text)
    .join("");
}

const withoutSpace = (text) => text.replace(/\s+/gu, "");

/** Every character that is not white space, with its document position for each UTF-16 unit. */
function solidCharacters(texts) {
  let solid = "";
  const positions = [];
  for (const { start, text } of texts) {
    let position = start;
    for (const character of text) {
      if (!/\s/u.test(character)) {
        solid += character;
        for (let unit = 0; unit < character.length; unit += 1) positions.push(position);
      }
      position += 1;
    }
  }
  return { solid, positions };
}

/**
 * The span at which `citation.quote` stands in the texts shown, or null when it does not stand there.
 *
 * It is the citation's own span whenever that holds the quote. A document that was published anew may have moved it: then
 * the occurrence nearest to the old place is taken, so that no other characters are ever shown as the quote.
 */
export function locateQuote(texts, citation) {
  const quote = withoutSpace(citation.quote);
  const own = { start: citation.start, end: citation.end };
  if (!quote) return null;
  if (withoutSpace(textWithin(texts, own)) === quote) return own;
  const { solid, positions } = solidCharacters(texts);
  let nearest = null;
  for (let found = solid.indexOf(quote); found !== -1; found = solid.indexOf(quote, found + 1)) {
    const span = { start: positions[found], end: positions[found + quote.length - 1] + 1 };
    if (!nearest || Math.abs(span.start - own.start) < Math.abs(nearest.start - own.start)) nearest = span;
  }
  return nearest;
}
