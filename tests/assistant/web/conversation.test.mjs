// Run with: node --test tests/assistant/web/*.test.mjs
import assert from "node:assert/strict";
import { cp, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { test } from "node:test";

/** As much of an element as the conversation touches. */
class Node {
  dataset = {};
  children = [];
  append(...children) {
    this.children.push(...children);
  }
  replaceChildren(...children) {
    this.children = children;
  }
  addEventListener() {}
  setAttribute() {}
  querySelector() {
    return null;
  }
  scrollIntoView() {}
}

const kept = new Map();
Object.assign(globalThis, {
  document: { createElement: () => new Node() },
  location: { href: "/" },
  matchMedia: () => ({ matches: true }),
  sessionStorage: {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  },
});

const answer = { answer_id: "a1", conversation_id: "c1", status: "answered", answer: "好。", citations: [], notices: [], facts: [], suggestions: [] };
const turn = { question: "甲？", answer };
const folder = join(await mkdtemp(join(tmpdir(), "page-")), "web");
await cp(fileURLToPath(new URL("../../../assistant/web", import.meta.url)), folder, { recursive: true });
await writeFile(join(folder, "package.json"), '{"type": "module"}');
const { Conversation } = await import(pathToFileURL(join(folder, "conversation.js")));

/** A page just loaded; `begun` holds what it heard of its conversation. */
function load(response) {
  const requests = [];
  globalThis.fetch = async (path, { method = "GET", body } = {}) => {
    requests.push([method, path, body]);
    return response();
  };
  const list = new Node();
  const begun = [];
  const heard = { announcer: new Node(), openSource() {}, onBusy() {}, onEdit() {}, onConversation: (now) => begun.push(now) };
  return { page: new Conversation(list, heard), list, begun, requests };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test("after a reload the turns are back and the next question goes on in the same conversation", async () => {
  kept.clear();
  const first = load(() => Response.json(answer));
  first.page.ask("甲？");
  await settled();

  const second = load(() => Response.json({ turns: [turn, turn] }));
  assert.equal(await second.page.restore(), true);
  assert.deepEqual(second.requests, [["GET", "api/conversations/c1", undefined]]);
  assert.equal(second.list.children.length, 2);
  assert.equal(second.begun.at(-1), true);
  globalThis.fetch = async (_, { body }) => {
    assert.equal(JSON.parse(body).conversation_id, "c1");
    return Response.json(answer);
  };
  assert.equal(second.page.ask("乙？"), true);
  await settled();
});

test("a new conversation is not the old one after a reload", async () => {
  kept.clear();
  const first = load(() => Response.json(answer));
  first.page.ask("甲？");
  await settled();
  first.page.clear();
  assert.equal(first.begun.at(-1), false);
  const second = load(() => Response.json({ turns: [turn] }));
  assert.equal(await second.page.restore(), false);
  assert.deepEqual(second.requests, []);
});

test("a conversation that is gone is forgotten", async () => {
  kept.set("city-assistant.conversation", "c1");
  const { page, list } = load(() => Response.json({ error: { message: "gone" } }, { status: 404 }));
  assert.equal(await page.restore(), false);
  assert.equal(list.children.length, 0);
  assert.equal(kept.size, 0);
});
