// A small window over the page: a heading, what `fill` puts below it, and a button that closes it.

import { button, element } from "./elements.js";

/** Makes a sheet of `dialog`, an empty <dialog>; the returned function opens it, filled anew by `fill()`, which gives elements. */
export function sheet(dialog, headingKey, fill) {
  const heading = element("h2", { id: `${dialog.id}-title`, say: headingKey });
  const body = element("div", { class: "sheet-body" });
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(element("div", { class: "sheet-head" }, heading, button("close", "quiet-button", () => dialog.close())), body);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return () => {
    body.replaceChildren(...fill());
    dialog.showModal();
  };
}
