// Run with: node --test tests/assistant/web/*.test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./page-modules.mjs";

test("an address gives the filters of a page, and only those, and they give it back", async () => {
  const { readQuery } = await load("explorer/page-query.js");
  const { queryString } = await load("addresses.js");
  const query = readQuery("?year=2025&words=%E6%95%B0%E6%8D%AE+%E5%B9%B3%E5%8F%B0&unit=&other=1", ["year", "words", "unit"]);
  assert.deepEqual(query, { year: "2025", words: "数据 平台" });
  assert.deepEqual(readQuery(queryString(query), ["year", "words", "unit"]), query);
  assert.equal(queryString({ year: "", unit: null, words: undefined }), "");
});

test("an address names a span with two whole numbers in order, or none", async () => {
  const { spanIn } = await load("explorer/page-query.js");
  assert.deepEqual(spanIn({ start: "0", end: "7" }), { start: 0, end: 7 });
  for (const wrong of [{}, { start: "5" }, { start: "abc", end: "7" }, { start: "7", end: "7" }, { start: "-1", end: "7" }]) assert.equal(spanIn(wrong), null);
});

test("a column is sorted its own way first and turned round after", async () => {
  const { nextOrder } = await load("explorer/page-query.js");
  assert.deepEqual(nextOrder({}, "tasks", "desc"), { sort: "tasks", order: "desc" });
  assert.deepEqual(nextOrder({ sort: "tasks", order: "desc" }, "tasks", "desc"), { sort: "tasks", order: "asc" });
  assert.deepEqual(nextOrder({ sort: "tasks", order: "desc" }, "name", "asc"), { sort: "name", order: "asc" });
  assert.deepEqual(nextOrder({ sort: "name" }, "name", "asc"), { sort: "name", order: "desc" });
});

test("a page of a list knows its place and the pages beside it", async () => {
  const { placeInList } = await load("explorer/page-query.js");
  const items = Array(100);
  assert.deepEqual(placeInList({ total: 250, limit: 100, offset: 0, items }), { first: 1, last: 100, previous: null, next: 100 });
  assert.deepEqual(placeInList({ total: 250, limit: 100, offset: 200, items: Array(50) }), { first: 201, last: 250, previous: 100, next: null });
  assert.deepEqual(placeInList({ total: 0, limit: 100, offset: 0, items: [] }), { first: 0, last: 0, previous: null, next: null });
  assert.deepEqual(placeInList({ total: 5, limit: 100, offset: 900, items: [] }), { first: 0, last: 900, previous: 800, next: null });
});

test("addresses name a unit, a document and a passage in its version", async () => {
  const { documentAddress, passageAddress, unitAddress } = await load("addresses.js");
  assert.equal(unitAddress("市数据局&a=1"), `unit?name=${encodeURIComponent("市数据局&a=1")}`);
  assert.equal(documentAddress("a-1"), "document?id=a-1");
  assert.equal(passageAddress({ document_id: "a-1", document_version: "v" }, 0, 7), "document?id=a-1&start=0&end=7&version=v");
});

test("a figure is told with its comparator, its unit and its time", async () => {
  const { measure, shortMeasure, timeOf } = await load("explorer/measure.js");
  const target = { value: "98.5", unit: "%", comparator: "at_least", year: 2026, years: null, deadline: true };
  assert.deepEqual(measure(target), { key: "measureAtLeast", values: { value: "98.5", unit: "%" } });
  assert.equal(shortMeasure(target), "≥98.5%");
  assert.equal(measure({ ...target, value: null }), null);
  assert.deepEqual(measure({ ...target, unit: null, comparator: "equal" }), { key: "measureEqual", values: { value: "98.5", unit: "" } });
  assert.deepEqual(timeOf(target), { key: "byYear", values: { year: 2026 } });
  assert.deepEqual(timeOf({ ...target, years: [2025, 2027] }), { key: "period", values: { first: 2025, last: 2027 } });
  assert.equal(timeOf({ year: null, years: null, deadline: false }), null);
});

test("bars stand on zero and compare as the figures do", async () => {
  const { bars } = await load("explorer/bars.js");
  const [one, other] = bars([50, 100], { width: 200, height: 80 });
  assert.equal(other.height, 80);
  assert.equal(one.height, 40);
  assert.equal(one.y + one.height, other.y + other.height);
  assert.ok(one.x + one.width <= other.x);
  const [up, down] = bars([30, -10], { width: 100, height: 40 });
  assert.equal(up.y + up.height, down.y);
  assert.equal(down.y + down.height, 40);
  assert.deepEqual(bars([0, 0], { width: 100, height: 40 }).map(({ height }) => height), [0, 0]);
});

test("zero lies below figures, above negative ones, and at the foot where all are zero", async () => {
  const { bars } = await load("explorer/bars.js");
  const zeroOf = (amounts) => bars(amounts, { width: 100, height: 40 })[0].zero;
  assert.deepEqual([[10, 20], [30, -10], [-5, -10], [0, 0]].map(zeroOf), [40, 30, 0, 40]);
});

test("a chart is as wide as its figures need beside each other", async () => {
  const { fieldWidth } = await load("explorer/bars.js");
  assert.equal(fieldWidth(["4个", "7个"], 240), 240);
  const labels = Array(5).fill("≥12000亿元");
  assert.ok(fieldWidth(labels, 240) > 300);
  assert.ok(fieldWidth([...labels, ...labels], 240) > 1.9 * fieldWidth(labels, 240));
  assert.ok(fieldWidth(Array(12).fill("4个"), 240) > 400, "years need room too");
});

test("what a place states is marked in its quote, where the quote has these words", async () => {
  const { quotedParts } = await load("explorer/quoted.js");
  assert.deepEqual(quotedParts("完成60家改造", "60家"), [
    { text: "完成", marked: false },
    { text: "60家", marked: true },
    { text: "改造", marked: false },
  ]);
  assert.deepEqual(quotedParts("完成改造", "60家"), [{ text: "完成改造", marked: false }]);
  assert.deepEqual(quotedParts("60家", "60家"), [{ text: "60家", marked: false }]);
});

test("a period is to come, running or over", async () => {
  const { validity } = await load("explorer/validity.js");
  const keys = [2021, 2022, 2024, 2025].map((year) => validity([2022, 2024], year).key);
  assert.deepEqual(keys, ["periodToCome", "periodRunning", "periodRunning", "periodOver"]);
  assert.equal(validity(null, 2024), null);
});

test("a heading that only says more than the one below it is left out of a place", async () => {
  const { sectionPath } = await load("explorer/source-link.js");
  assert.equal(sectionPath(["附表：场景清单", "场景清单"]), "场景清单");
  assert.equal(sectionPath(["一、总体要求", "（二）目标"]), "一、总体要求 › （二）目标");
  assert.equal(sectionPath([]), "");
});

test("a list is asked for, and had as a file, with the same filters", async () => {
  const { fileAddress, list } = await load("api.js");
  const asked = [];
  globalThis.fetch = async (address) => {
    asked.push(address.search);
    return Response.json({ items: [] });
  };
  await list("targets", { year: "2025", words: "数据" });
  assert.deepEqual(asked, [`?year=2025&words=${encodeURIComponent("数据")}`]);
  assert.equal(fileAddress("targets", { year: "2025" }, "csv", "en"), "api/targets?year=2025&format=csv&language=en");
});
