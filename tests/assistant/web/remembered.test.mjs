// Run with: node --test tests/assistant/web/*.test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";

import { load, sent } from "./page-modules.mjs";

test("a tab remembers its conversation until it is told to forget it", async () => {
  const { rememberConversation, rememberedConversation } = await load("remembered.js");
  const kept = new Map();
  globalThis.sessionStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
  assert.equal(rememberedConversation(), null);
  rememberConversation("abc");
  assert.equal(rememberedConversation(), "abc");
  rememberConversation(null);
  assert.equal(rememberedConversation(), null);
  assert.equal(kept.size, 0);
});

test("forbidden storage stops nothing", async () => {
  const { rememberConversation, rememberedConversation } = await load("remembered.js");
  delete globalThis.sessionStorage;
  rememberConversation("abc");
  assert.equal(rememberedConversation(), null);
});

test("a conversation is read and deleted, and an answer rated, as the contract says", async () => {
  const api = await load("api.js");
  const asked = [];
  globalThis.fetch = async (path, { method = "GET", body }) => {
    asked.push([method, sent(path), body && JSON.parse(body)]);
    return method === "DELETE" ? new Response(null, { status: 204 }) : Response.json({ turns: [] });
  };
  assert.deepEqual(await api.conversation("a/b"), { turns: [] });
  await api.deleteConversation("a/b");
  await api.giveFeedback("x", "down");
  assert.deepEqual(asked, [
    ["GET", "api/conversations/a%2Fb", undefined],
    ["DELETE", "api/conversations/a%2Fb", undefined],
    ["POST", "api/feedback", { answer_id: "x", rating: "down" }],
  ]);
});
