// The language of the page. An element remembers which string it shows, so that a switch translates all that is on the page.

import { strings } from "./strings.js";

const STORED_AS = "city-assistant.language";
const ATTRIBUTE_OF = {
  sayLabel: "aria-label",
  sayPlaceholder: "placeholder",
  sayBefore: "data-before",
  sayAfter: "data-after",
};
const SELECTOR = "[data-say], [data-say-label], [data-say-placeholder], [data-say-before], [data-say-after]";

const words = { zh: { ...strings.zh }, en: { ...strings.en } };
let current = "zh";

/** Lets the page say `further` strings too, which are in both languages as those of strings.js are. */
export function learnStrings(further) {
  for (const language of Object.keys(words)) Object.assign(words[language], further[language]);
}

/** The language the page is shown in: "zh" or "en". */
export function pageLanguage() {
  return current;
}

/** The string named `key` in the present language. */
export function phrase(key, values = {}) {
  return words[current][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

function translate(node) {
  const values = node.dataset.sayValues ? JSON.parse(node.dataset.sayValues) : {};
  if (node.dataset.say) node.textContent = phrase(node.dataset.say, values);
  for (const [name, attribute] of Object.entries(ATTRIBUTE_OF)) {
    if (node.dataset[name]) node.setAttribute(attribute, phrase(node.dataset[name], values));
  }
}

/** Makes `node` show the string `key`, now and after a switch of language. `how` is "say" for its text, or a key of ATTRIBUTE_OF. */
export function say(node, key, values, how = "say") {
  node.dataset[how] = key;
  if (values) node.dataset.sayValues = JSON.stringify(values);
  translate(node);
}

function show(language) {
  current = language;
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.querySelectorAll(SELECTOR).forEach(translate);
}

/** Shows the page in the language chosen last time, Chinese at first. */
export function startLanguage() {
  let stored = null;
  try {
    stored = localStorage.getItem(STORED_AS);
  } catch {
    // Storage may be forbidden; the page then starts in Chinese each time.
  }
  show(stored in words ? stored : "zh");
}

/** Switches to the other language and remembers it. */
export function switchLanguage() {
  show(current === "zh" ? "en" : "zh");
  try {
    localStorage.setItem(STORED_AS, current);
  } catch {
    // As above: the choice then holds for this visit only.
  }
}
