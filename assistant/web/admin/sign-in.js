// Asks for a key.

import { element } from "../elements.js";
import { signIn } from "./calls.js";
import { whileBusy } from "./doing.js";

/** Shows the form in `main`; once the key was good the page is loaded anew. */
export function signInPage(main) {
  const key = element("input", { type: "password", id: "key", name: "key", autocomplete: "off", required: true, maxlength: 200, "aria-describedby": "key-note" });
  const said = element("div", { role: "alert" });
  const go = element("button", { type: "submit", class: "solid-button", say: "signIn" });
  const form = element(
    "form",
    { class: "sign-in" },
    element("div", { class: "field" }, element("label", { for: "key", say: "keyLabel" }), key),
    go,
    said,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    whileBusy(go, said, async () => {
      await signIn(key.value.trim());
      location.reload();
    });
  });
  main.append(element("h1", { say: "signInHeading" }), element("p", { class: "explained", id: "key-note", say: "signInNote" }), form);
  key.focus();
}
