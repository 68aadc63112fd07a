// Builds elements. Every value becomes text or an attribute, never markup.

import { say } from "./language.js";

/**
 * A new element. `attributes` are set as they are, except: `onclick` is a listener; `say`, `sayLabel`, `sayBefore`, `sayAfter`
 * name a string (see language.js) filled with `values`. Undefined, null and false attributes and children are left out.
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  const { values, onclick, ...others } = attributes;
  if (onclick) node.addEventListener("click", onclick);
  for (const [name, value] of Object.entries(others)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("say")) say(node, value, values, name);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return node;
}

/** A button that shows the string `key`. */
export function button(key, className, onclick) {
  return element("button", { type: "button", class: className, say: key, onclick });
}
