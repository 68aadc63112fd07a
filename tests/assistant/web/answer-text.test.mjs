// Run with: node --test tests/assistant/web/*.test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./page-modules.mjs";

const { answerLines, isByModel, lineParts, placeOf, plainText, repeatedMarkers, spokenText, unsaidNotices } = await load("answer-text.js");

const known = new Set([1, 2]);
const wording = (parts) => parts.map((part) => part.text ?? `${part.before}${part.markers.map((n) => `[${n}]`).join("")}${part.after}`).join("");

test("a marker keeps the character before it and the punctuation after it on its line", () => {
  assert.deepEqual(lineParts("由市数据局负责[1]。其余", known), [
    { text: "由市数据局负" },
    { before: "责", markers: [1], after: "。" },
    { text: "其余" },
  ]);
});

test("markers in a row stay together", () => {
  assert.deepEqual(lineParts("5万个[1][2]，", known), [{ text: "5万" }, { before: "个", markers: [1, 2], after: "，" }]);
});

test("a number in brackets without a source stays text", () => {
  assert.deepEqual(lineParts("文号[2023]6号[7]", known), [{ text: "文号[2023]6号[7]" }]);
});

test("a character beyond the BMP before a marker is not cut in half", () => {
  assert.deepEqual(lineParts("市𠮷[1]", known), [{ text: "市" }, { before: "𠮷", markers: [1], after: "" }]);
});

test("a model wrote what is said to be by anything but the program", () => {
  assert.deepEqual([{ answered_by: "m" }, { answered_by: "extractive" }, {}].map(isByModel), [true, false, false]);
});

test("the parts give the line back, character for character", () => {
  for (const line of ["[1]开头", "结尾[2]", "中[1]间[9]和[2]；", "没有", "a [1] b"]) assert.equal(wording(lineParts(line, known)), line);
});

test("lines that begin with a list sign are items, a figure or a minus sign before a figure is not one", () => {
  const lines = answerLines("共两项：\n- 甲[1]\n• 乙[2]\n\n-3%\n1. 丙", known);
  assert.deepEqual(lines.map((line) => line.item), [false, true, true, false, false]);
  assert.deepEqual(lines.map((line) => wording(line.parts)), ["共两项：", "甲[1]", "乙[2]", "-3%", "1. 丙"]);
});

test("an answer read aloud has no markers", () => {
  assert.equal(spokenText("由市数据局负责[1][2]。"), "由市数据局负责。");
});

test("a place names the title in title marks once, then the heading path", () => {
  assert.equal(placeOf({ document_title: "《总体规划》", section: ["一、甲", "（二）乙"] }), "《总体规划》，一、甲 › （二）乙");
  assert.equal(
    placeOf({ document_title: "行动计划", document_number: "政办发〔2024〕7号", section: ["一、甲"] }),
    "《行动计划》（政办发〔2024〕7号），一、甲",
  );
  assert.equal(placeOf({ document_title: "总体规划", section: [] }), "《总体规划》");
});

test("the nearest passage that a refusal says is not said again beside it", () => {
  const nearest = { kind: "nearest", message: "每周巡河两次。", markers: [1] };
  const expired = { kind: "expired", message: "已经到期", markers: [2] };
  const said = { answer: "没有找到。最接近的内容是：每周巡河两次[1]。", notices: [nearest, expired] };
  assert.deepEqual(unsaidNotices(said), [expired]);
  assert.deepEqual(repeatedMarkers(said), new Set([1]));
  const unsaid = { answer: "没有找到[1]。", notices: [nearest] };
  assert.deepEqual(unsaidNotices(unsaid), [nearest]);
  assert.deepEqual(repeatedMarkers(unsaid), new Set());
});

test("the words of an answer have no signs of Markdown where the server took them out", () => {
  assert.equal(plainText({ answer: "由**甲**负责[1]。", plain: "由甲负责[1]。" }), "由甲负责[1]。");
  assert.equal(plainText({ answer: "2*3", plain: null }), "2*3");
});
