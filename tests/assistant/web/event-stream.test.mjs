// Run with: node --test tests/assistant/web/*.test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./page-modules.mjs";

const { eventsOf } = await load("event-stream.js");

/** A body that arrives in `pieces` of bytes. */
function bodyOf(...pieces) {
  return new ReadableStream({
    start(control) {
      pieces.forEach((piece) => control.enqueue(piece));
      control.close();
    },
  });
}

async function read(...pieces) {
  const events = [];
  for await (const event of eventsOf(bodyOf(...pieces))) events.push(event);
  return events;
}

const bytes = (text) => new TextEncoder().encode(text);

test("events come with their names and parsed data", async () => {
  assert.deepEqual(await read(bytes('event: status\ndata: {"status": "answered"}\n\nevent: done\ndata: {"answer": "好。"}\n\n')), [
    { name: "status", data: { status: "answered" } },
    { name: "done", data: { answer: "好。" } },
  ]);
});

test("an event may arrive in pieces that cut a character in two", async () => {
  const whole = bytes('event: sentence\ndata: {"text": "沈阳"}\n\n');
  for (let cut = 1; cut < whole.length; cut += 1) {
    assert.deepEqual(await read(whole.slice(0, cut), whole.slice(cut)), [{ name: "sentence", data: { text: "沈阳" } }]);
  }
});

test("an event that is cut off is none", async () => {
  assert.deepEqual(await read(bytes('event: done\ndata: {"answer"')), []);
  assert.deepEqual(await read(bytes('event: done\ndata: {"answer": "好。"}\n')), []);
});

test("comments, blank lines and other line ends do not matter", async () => {
  assert.deepEqual(await read(bytes(': ping\n\n\n\nevent: a\r\ndata: 1\r\n\r\ndata: 2\n\n')), [
    { name: "a", data: 1 },
    { name: "message", data: 2 },
  ]);
});
