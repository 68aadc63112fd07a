// Run with: node --test tests/assistant/web/*.test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./page-modules.mjs";

test("what any reader may meet with is said in the language of the page, the rest in the server's words", async () => {
  const { failureMessage } = await load("failure.js");
  const { RequestFailure } = await load("api.js");
  const shown = (...failure) => {
    const node = { dataset: {}, textContent: "" };
    failureMessage(node, new RequestFailure(...failure));
    return node.textContent;
  };
  assert.match(shown("server", "Too many requests: …", 429, "too_many_requests"), /请求过多/);
  assert.match(shown("server", "You are no longer …", 401, "sign_in_ended"), /登录已经结束/);
  assert.equal(shown("server", "The key is not known here.", 401, "unauthorized"), "The key is not known here.");
  assert.match(shown("server", "", 500), /暂时无法答复/);
  assert.match(shown("network"), /./);
});
