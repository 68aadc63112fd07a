// Where files are handed in: dropped, or chosen. Each has a line of its own that tells how far it is.

import { button, element } from "../elements.js";
import { say } from "../language.js";
import { uploadFile } from "./calls.js";
import { failureBox, tell } from "./doing.js";

const KINDS = ".md,.markdown,.txt,.html,.htm,.docx,.pdf";
const MIB = 1_048_576;

/** A zone for files of up to `limit` MiB, read as `kinds`; `onKept(draft)` hears of each that was kept. */
export function uploadZone(limit, onKept) {
  const input = element("input", { type: "file", id: "files", multiple: true, accept: KINDS, class: "visually-hidden", tabindex: "-1" });
  const lines = element("ul", { class: "uploads" });
  const choose = button("chooseFiles", "solid-button", () => input.click());
  const zone = element(
    "section",
    { class: "upload-zone", sayLabel: "uploadLabel" },
    element("p", {}, choose, " ", element("span", { class: "drop-hint", say: "dropHint" })),
    element("p", { class: "beneath", say: "uploadNote", values: { limit } }),
    element("label", { for: "files", class: "visually-hidden", say: "uploadLabel" }),
    input,
    lines,
  );

  async function keep(file) {
    const bar = element("progress", { max: 1, value: 0, "aria-label": file.name });
    const state = element("span", { class: "beneath", say: "uploading" });
    const line = element("li", {}, element("span", { class: "named" }, file.name), bar, state);
    lines.append(line);
    if (file.size > limit * MIB) {
      bar.remove();
      say(state, "fileTooLarge", { limit });
      return;
    }
    try {
      const draft = await uploadFile(file, "", (part) => (bar.value = part));
      line.remove();
      tell("uploadKept", { name: draft.name });
      onKept(draft);
    } catch (failure) {
      bar.remove();
      state.replaceWith(failureBox(failure));
    }
  }

  async function keepAll(files) {
    lines.replaceChildren();
    // One after the other: a reader of a scan takes all there is of the machine.
    for (const file of files) await keep(file);
  }

  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = "";
    keepAll(files);
  });
  for (const name of ["dragenter", "dragover"]) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("dropping");
    });
  }
  zone.addEventListener("dragleave", (event) => {
    if (!zone.contains(event.relatedTarget)) zone.classList.remove("dropping");
  });
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("dropping");
    keepAll([...event.dataTransfer.files]);
  });
  return zone;
}
