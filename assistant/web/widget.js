// A chat button for any page: <script type="module" src="…/static/widget.js" data-title="…" data-language="en" data-color="#14507f"
// data-position="left" data-greeting="…"></script>. It works on the pages of origins that the operator has allowed.

import { htmlNodes } from "./answer-html.js";
import { documentOf, isByModel, lineParts, spokenText, unsaidNotices } from "./answer-text.js";
import * as api from "./api.js";
import { style } from "./widget-style.js";
import { widgetStrings } from "./widget-strings.js";

const TAG = "city-assistant";
const ATTRIBUTES = ["title", "language", "color", "position", "greeting"];
const STORED_AS = "city-assistant.widget";
const NOT_FOUND = 404;

/** An element of class `name` that holds `children`; every one becomes text or is an element, never markup. */
function make(tag, name, ...children) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...children.filter(Boolean));
  return node;
}

/** The nodes of a text cut into parts; its markers name the sources below it. */
function marked(parts) {
  return parts.flatMap((part) => part.text ?? [part.before, ...part.markers.map((marker) => make("span", "marker", `[${marker}]`)), part.after]);
}

/** The text of an answer, as a model wrote it in Markdown or plain. */
function answerText(answer) {
  const known = new Set(answer.citations.map((citation) => citation.marker));
  if (answer.html) return make("div", "text html", ...htmlNodes(answer.html, known, marked));
  return make("p", "text", ...marked(lineParts(answer.answer, known)));
}

class CityAssistant extends HTMLElement {
  #root = this.attachShadow({ mode: "open" });
  #log = make("div", "log");
  #field = document.createElement("textarea");
  #opener = make("button", "open");
  #panel = make("section", "panel");
  #foot = make("div", "foot");
  #id = null;
  #busy = false;
  #begun = false;

  connectedCallback() {
    if (this.#root.childNodes.length) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.#root.adoptedStyleSheets = [sheet];
    const color = this.getAttribute("color");
    if (color && CSS.supports("color", color)) this.style.setProperty("--accent", color);
    this.lang = this.#language === "en" ? "en" : "zh-CN";
    this.#build();
    if (this.#remembered) this.#restore();
  }

  get #language() {
    return this.getAttribute("language") === "en" ? "en" : "zh";
  }

  #say(key, values = {}) {
    return widgetStrings[this.#language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  }

  get #remembered() {
    try {
      return sessionStorage.getItem(STORED_AS);
    } catch {
      // Storage may be forbidden; every page then begins anew.
      return null;
    }
  }

  #goOnIn(id) {
    this.#id = id;
    try {
      if (id) sessionStorage.setItem(STORED_AS, id);
      else sessionStorage.removeItem(STORED_AS);
    } catch {
      // As above.
    }
  }

  #build() {
    const given = this.getAttribute("title");
    const title = given || this.#say("title");
    this.removeAttribute("title"); // A browser would show it over everything inside.
    const heading = make("h2", "", title);
    const close = make("button", "", this.#say("close"));
    const send = make("button", "", this.#say("ask"));
    const label = make("label", "hidden", this.#say("question"));
    const form = make("form", "ask", label, this.#field, send);
    this.#field.id = "question";
    label.htmlFor = "question";
    this.#field.placeholder = this.#say("question");
    this.#opener.append(given || this.#say("open"));
    this.#opener.type = close.type = "button";
    this.#log.tabIndex = 0;
    this.#log.setAttribute("role", "log");
    this.#log.setAttribute("aria-label", title);
    this.#panel.setAttribute("role", "dialog");
    this.#panel.setAttribute("aria-label", title);
    this.#panel.hidden = true;
    this.#log.append(make("p", "greeting", this.getAttribute("greeting") || this.#say("greeting")));
    this.#foot.append(make("p", "", this.#say("machine")));
    this.#panel.append(make("div", "head", heading, close), this.#log, form, this.#foot);
    this.#root.append(this.#opener, this.#panel);
    this.#opener.addEventListener("click", () => this.#show(true));
    close.addEventListener("click", () => this.#show(false));
    this.#panel.addEventListener("keydown", (event) => event.key === "Escape" && !event.isComposing && this.#show(false));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask(this.#field.value.trim());
    });
    this.#field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
  }

  #show(open) {
    this.toggleAttribute("open", open);
    this.#panel.hidden = !open;
    this.#opener.hidden = open;
    if (open && !this.#begun) this.#begin();
    (open ? this.#field : this.#opener).focus();
  }

  async #begin() {
    this.#begun = true;
    try {
      const { privacy_note: note, model } = await api.site();
      if (model) this.#foot.firstChild.textContent = this.#say("machineWithModel");
      if (note) this.#foot.append(make("p", "privacy", note));
    } catch {
      // The first question tells of a service that cannot be reached.
    }
  }

  async #restore() {
    try {
      const { turns } = await api.conversation(this.#remembered);
      this.#id = this.#remembered;
      for (const { question, answer } of turns) this.#log.append(make("p", "question", question), this.#answer(answer));
    } catch (failure) {
      if (failure.status === NOT_FOUND) this.#goOnIn(null);
    }
  }

  async #ask(question) {
    if (!question || this.#busy) return;
    this.#busy = true;
    this.#field.value = "";
    const text = make("p", "text");
    const wait = make("p", "about", this.#say("waiting"));
    const box = make("div", "answer", text, wait);
    this.#log.append(make("p", "question", question), box);
    box.scrollIntoView({ block: "end" });
    try {
      const arriving = { begun: () => text.replaceChildren(), sentence: (sentence) => text.append(sentence.text) };
      const answer = await api.ask(question, this.#id, undefined, arriving);
      this.#goOnIn(answer.conversation_id);
      const whole = this.#answer(answer);
      box.replaceWith(whole);
      whole.previousSibling.scrollIntoView({ block: "start" });
    } catch (failure) {
      if (failure.status === NOT_FOUND) this.#goOnIn(null);
      box.replaceChildren(make("p", "notice", failure.message || this.#say("failed")));
      this.#field.value = question;
    }
    this.#busy = false;
  }

  #answer(answer) {
    const status = widgetStrings[this.#language][answer.status];
    const sources = make("ol", "sources", ...answer.citations.map((citation) => this.#source(citation, answer)));
    sources.setAttribute("aria-label", this.#say("sources"));
    const link = make("a", "", this.#say("original"));
    link.href = api.answerAddress(answer.answer_id);
    link.target = "_blank";
    link.rel = "noopener";
    const box = make(
      "div",
      "answer",
      status && make("span", "status", status),
      isByModel(answer) && make("p", "about", this.#say("worded", { model: answer.answered_by })),
      answerText(answer),
      ...unsaidNotices(answer).map((notice) => make("p", "notice", spokenText(notice.message))),
      answer.citations.length && sources,
      answer.citations.length && make("p", "about", link),
    );
    box.lang = answer.language === "en" ? "en" : "zh-CN";
    return box;
  }

  #source(citation, answer) {
    const [first, last] = citation.document_period ?? [];
    const isOver = last !== undefined && last < Number(answer.as_of.slice(0, 4));
    const about = make("p", "about", [citation.document_date, first && this.#say("period", { first, last })].filter(Boolean).join(" · "));
    if (isOver) about.append(make("span", "over", this.#say("over")));
    return make(
      "li",
      "",
      make("p", "place", make("span", "marker", `[${citation.marker}]`), ` ${documentOf(citation)}`),
      citation.section.length > 0 && make("p", "about", citation.section.join(" › ")),
      about.textContent && about,
      make("blockquote", "", citation.quote),
    );
  }
}

function addToPage() {
  if (document.querySelector(TAG)) return;
  const widget = document.createElement(TAG);
  const line = [...document.scripts].find((script) => script.src === import.meta.url);
  for (const name of ATTRIBUTES) {
    const value = line?.dataset[name];
    if (value) widget.setAttribute(name, value);
  }
  document.body.append(widget);
}

if (!customElements.get(TAG)) {
  customElements.define(TAG, CityAssistant);
  addToPage();
}
