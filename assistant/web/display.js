// How the page looks to this reader: light or dark, and how large its text is.

import { element } from "./elements.js";
import { sheet } from "./sheet.js";

const CHOICES = {
  theme: { auto: "themeAuto", light: "themeLight", dark: "themeDark" },
  text: { normal: "textNormal", large: "textLarge", larger: "textLarger" },
};
const LEGEND = { theme: "themeLegend", text: "textLegend" };
const storedAs = (name) => `city-assistant.${name}`;

function stored(name) {
  try {
    return localStorage.getItem(storedAs(name));
  } catch {
    // Storage may be forbidden; the page then looks as it does at first.
    return null;
  }
}

function show(name, value) {
  document.documentElement.dataset[name] = value;
}

function choose(name, value) {
  show(name, value);
  try {
    localStorage.setItem(storedAs(name), value);
  } catch {
    // As above: the choice then holds for this visit only.
  }
}

function choices(name) {
  const current = document.documentElement.dataset[name];
  const choice = ([value, key]) => {
    const input = element("input", { type: "radio", name, value, checked: value === current });
    input.addEventListener("change", () => choose(name, value));
    return element("label", { class: "choice" }, input, element("span", { say: key }));
  };
  return element("fieldset", {}, element("legend", { say: LEGEND[name] }), Object.entries(CHOICES[name]).map(choice));
}

/** Makes the page look as the reader chose last time. */
export function startDisplay() {
  for (const [name, values] of Object.entries(CHOICES)) {
    const value = stored(name);
    show(name, value in values ? value : Object.keys(values)[0]);
  }
}

/** Makes the settings of `dialog`; the returned function opens them. */
export function displayPanel(dialog) {
  return sheet(dialog, "display", () => Object.keys(CHOICES).map(choices));
}
