// Run with: node --test tests/assistant/web/*.test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./page-modules.mjs";

const highlight = await load("highlight.js");
const { locateQuote, markedPieces, pointCount, shownTexts, textWithin, unitOffset } = highlight;

const marked = (text, start, span) => markedPieces(text, start, span).filter((piece) => piece.marked).map((piece) => piece.text);
const joined = (pieces) => pieces.map((piece) => piece.text).join("");
const span = (start, end) => ({ start, end });

/** Blocks over `canonical`, cut at newlines; a line with tabs is a table row. */
function blocksOf(canonical) {
  const blocks = [];
  let start = 0;
  for (const line of canonical.split("\n")) {
    const end = start + pointCount(line);
    const cells = [];
    let at = start;
    for (const text of line.split("\t")) {
      cells.push({ start: at, end: at + pointCount(text), text });
      at += pointCount(text) + 1;
    }
    const row = { start, end, header: false, cells };
    blocks.push(cells.length > 1 ? { kind: "table", start, end, text: line, rows: [row] } : { kind: "paragraph", start, end, text: line });
    start = end + 1;
  }
  return blocks;
}

function citationOf(canonical, quote, from = 0) {
  const units = canonical.indexOf(quote, from);
  const start = pointCount(canonical.slice(0, units));
  return { start, end: start + pointCount(quote), quote };
}

test("a code point beyond the BMP counts once, though it takes two UTF-16 units", () => {
  assert.equal(pointCount("𠮷a😀"), 3);
  assert.equal(unitOffset("𠮷a😀b", 1), 2);
  assert.equal(unitOffset("𠮷a😀b", 3), 5);
  assert.equal(unitOffset("ab", 9), 2);
});

test("a span after a character beyond the BMP marks exactly its characters", () => {
  assert.deepEqual(markedPieces("由𠮷林市数据局负责", 0, span(4, 7)), [
    { text: "由𠮷林市", marked: false },
    { text: "数据局", marked: true },
    { text: "负责", marked: false },
  ]);
});

test("a span that begins or ends on a character beyond the BMP never cuts it in half", () => {
  assert.deepEqual(marked("a𠮷b𡈼c", 0, span(1, 4)), ["𠮷b𡈼"]);
  assert.deepEqual(marked("a𠮷b𡈼c", 0, span(2, 3)), ["b"]);
});

test("positions count from the start of the block", () => {
  assert.deepEqual(marked("市公安局", 100, span(101, 103)), ["公安"]);
  assert.deepEqual(marked("市公安局", 100, span(0, 300)), ["市公安局"]);
});

test("a block that the span only touches is not marked", () => {
  assert.deepEqual(marked("市公安局", 100, span(90, 100)), []);
  assert.deepEqual(marked("市公安局", 100, span(104, 110)), []);
  assert.deepEqual(marked("市公安局", 100, span(102, 102)), []);
  assert.deepEqual(marked("市公安局", 100, null), []);
});

test("the pieces give the whole text back for every span", () => {
  const text = "建成😀5G基站𠮷4.5万个";
  for (let start = 0; start <= 14; start += 1) {
    for (let end = start; end <= 14; end += 1) {
      assert.equal(joined(markedPieces(text, 3, span(start + 3, end + 3))), text);
      assert.equal(marked(text, 3, span(start + 3, end + 3)).join(""), [...text].slice(start, end).join(""));
    }
  }
});

test("a quote across table cells marks a part of each cell and no separator", () => {
  const canonical = "前言\n1\t𠮷庆场景\t市数据局\n后记";
  const texts = shownTexts(blocksOf(canonical));
  const citation = citationOf(canonical, "庆场景\t市数据");
  assert.deepEqual(locateQuote(texts, citation), span(citation.start, citation.end));
  assert.deepEqual(texts.flatMap(({ start, text }) => marked(text, start, citation)), ["庆场景", "市数据"]);
});

test("a quote over several blocks marks a part of each block", () => {
  const canonical = "一、目标😀\n到2025年底\n建成5万个。";
  const texts = shownTexts(blocksOf(canonical));
  const citation = citationOf(canonical, "😀\n到2025年底\n建成5万个");
  assert.deepEqual(locateQuote(texts, citation), span(citation.start, citation.end));
  assert.equal(textWithin(texts, citation), "😀到2025年底建成5万个");
});

test("a quote that stands twice is marked at the citation's own place", () => {
  const canonical = "市数据局\n市数据局\n市数据局";
  const texts = shownTexts(blocksOf(canonical));
  assert.deepEqual(locateQuote(texts, { start: 5, end: 9, quote: "市数据局" }), span(5, 9));
});

test("a quote that has moved is found again at the nearest place that holds it", () => {
  const canonical = "市数据局\n新增一段\n由😀市数据局负责\n市数据局";
  const texts = shownTexts(blocksOf(canonical));
  assert.deepEqual(locateQuote(texts, { start: 9, end: 13, quote: "市数据局" }), span(12, 16));
  assert.equal(textWithin(texts, span(12, 16)), "市数据局");
});

test("a quote that has moved is found across cells, up to its last character beyond the BMP", () => {
  const texts = shownTexts(blocksOf("序\n甲𠮷\t乙𡈼\t丙"));
  const found = locateQuote(texts, { start: 0, end: 4, quote: "𠮷\t乙𡈼" });
  assert.deepEqual(found, span(3, 7));
  assert.equal(textWithin(texts, found), "𠮷乙𡈼");
});

test("other characters are never marked in place of a quote that is gone", () => {
  const texts = shownTexts(blocksOf("到2025年底，建成5G基站5万个。"));
  assert.equal(locateQuote(texts, { start: 0, end: 4, quote: "4.5万个" }), null);
  assert.equal(locateQuote(texts, { start: 0, end: 0, quote: "" }), null);
});
