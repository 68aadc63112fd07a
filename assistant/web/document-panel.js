// The document beside the answer: a side panel on a wide screen, a sheet over the page on a narrow one.

import { passageAddress } from "./addresses.js";
import { titleOf } from "./answer-text.js";
import { documentWithBlocks } from "./api.js";
import { documentText } from "./document-view.js";
import { button, element } from "./elements.js";
import { failureMessage } from "./failure.js";
import { locateQuote, shownTexts } from "./highlight.js";
import { say } from "./language.js";
import { markAsOpen, quoteElement } from "./sources.js";

const SIDE_BY_SIDE = "(min-width: 64rem)";
const ROOM_ABOVE_QUOTE = 0.25;

function aboutLine(about) {
  const parts = [about.issuer, about.document_number, about.issued_on ?? about.signed_on].filter(Boolean);
  const line = element("p", { class: "panel-about", lang: "zh-CN" }, parts.join(" · "));
  if (Array.isArray(about.period)) {
    const [first, last] = about.period;
    line.append(parts.length ? " · " : "", element("span", { say: "period", values: { first, last } }));
  }
  return line.childNodes.length && line.textContent ? line : null;
}

export class DocumentPanel {
  #dialog;
  #title;
  #place;
  #ownPage;
  #pager;
  #position;
  #body;
  #wide = matchMedia(SIDE_BY_SIDE);
  #documents = new Map();
  #citations = [];
  #index = 0;
  #opener = null;

  /** Works on `dialog`, an empty <dialog> element of the page. */
  constructor(dialog) {
    this.#dialog = dialog;
    this.#title = element("h2", { id: "panel-title", tabindex: "-1", lang: "zh-CN" });
    this.#place = element("p", { class: "panel-place", lang: "zh-CN" });
    this.#ownPage = element("a", { class: "panel-own-page", say: "openOnOwnPage" });
    this.#position = element("span", { class: "panel-position", role: "status" });
    this.#pager = element(
      "div",
      { class: "panel-pager" },
      this.#position,
      button("previousSource", "quiet-button", () => this.#step(-1)),
      button("nextSource", "quiet-button", () => this.#step(1)),
    );
    this.#body = element("div", { class: "panel-body", tabindex: "0", role: "region", sayLabel: "documentLabel" });
    const close = element("button", { type: "button", class: "quiet-button", say: "closeDocument", onclick: () => this.close() });
    say(close, "closeDocumentLabel", undefined, "sayLabel");
    const titles = element("div", { class: "panel-titles" }, this.#title, this.#place, this.#ownPage);
    dialog.append(element("div", { class: "panel-head" }, titles, close), this.#pager, this.#body);
    dialog.setAttribute("aria-labelledby", "panel-title");
    this.#listen();
  }

  /** Shows `citations[index]` in its document; `opener` gets the focus back when the panel is closed. */
  async open(citations, index, opener) {
    this.#citations = citations;
    this.#index = index;
    this.#opener = opener;
    this.#show();
    await this.#render({ moveFocus: true });
  }

  /** Hides the panel and gives the focus back. */
  close() {
    if (!this.#dialog.open) return;
    if (history.state?.documentOpen) history.back();
    else this.#hide();
  }

  #listen() {
    this.#dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing && !this.#dialog.matches(":modal")) this.close();
    });
    addEventListener("popstate", () => {
      if (this.#dialog.open && !history.state?.documentOpen) this.#hide();
    });
    this.#wide.addEventListener("change", () => {
      if (!this.#dialog.open) return;
      this.#dialog.close();
      document.body.classList.remove("with-document");
      this.#show();
      this.#goToQuote();
    });
  }

  #show() {
    if (this.#dialog.open) return;
    if (this.#wide.matches) {
      this.#keepInPlace(() => {
        document.body.classList.add("with-document");
        this.#dialog.show();
      });
    } else {
      this.#dialog.showModal();
      // On a phone the back key closes the sheet, as it does everywhere else.
      if (!history.state?.documentOpen) history.pushState({ documentOpen: true }, "");
    }
    this.#title.focus({ preventScroll: true });
  }

  #hide() {
    this.#keepInPlace(() => {
      this.#dialog.close();
      document.body.classList.remove("with-document");
    });
    markAsOpen(null);
    if (this.#opener?.isConnected) this.#opener.focus();
    this.#citations = [];
  }

  /** Runs `change`, which gives the column beside a new width, without the opener moving away under the reader's eyes. */
  #keepInPlace(change) {
    const top = () => (this.#opener?.isConnected ? this.#opener.getBoundingClientRect().top : 0);
    const before = top();
    change();
    scrollBy({ top: top() - before, behavior: "instant" });
  }

  #step(by) {
    this.#index = (this.#index + by + this.#citations.length) % this.#citations.length;
    return this.#render({ moveFocus: false });
  }

  #head(citation) {
    const count = this.#citations.length;
    markAsOpen(citation);
    this.#title.textContent = titleOf(citation.document_title);
    this.#place.textContent = (citation.section ?? []).join(" › ");
    this.#ownPage.href = passageAddress(citation, citation.start, citation.end);
    this.#pager.hidden = count < 2;
    say(this.#position, "sourcePosition", { marker: citation.marker, position: this.#index + 1, count });
  }

  async #render({ moveFocus }) {
    const citation = this.#citations[this.#index];
    this.#head(citation);
    const cached = this.#documents.get(this.#keyOf(citation));
    if (!cached) this.#body.replaceChildren(element("p", { class: "panel-note", role: "status", say: "loadingDocument" }));
    try {
      const found = cached ?? (await this.#load(citation));
      if (citation === this.#citations[this.#index]) this.#fill(citation, found, moveFocus);
    } catch (failure) {
      if (citation === this.#citations[this.#index]) this.#fail(failure);
    }
  }

  #keyOf(citation) {
    return `${citation.document_id}@${citation.document_version}`;
  }

  async #load(citation) {
    const found = await documentWithBlocks(citation.document_id);
    this.#documents.set(this.#keyOf(citation), found);
    return found;
  }

  #fill(citation, { about, blocks }, moveFocus) {
    const span = locateQuote(shownTexts(blocks), citation);
    const lost = !span && element("div", { class: "notice", role: "note" }, element("p", { say: "quoteMoved" }), quoteElement(citation.quote));
    const text = documentText(blocks, span);
    this.#body.replaceChildren(...[lost, aboutLine(about), text].filter(Boolean));
    this.#goToQuote();
    if (moveFocus) text.querySelector("mark")?.focus({ preventScroll: true });
  }

  #goToQuote() {
    const mark = this.#body.querySelector("mark");
    const frame = this.#body.getBoundingClientRect();
    if (mark) this.#body.scrollTop += mark.getBoundingClientRect().top - frame.top - frame.height * ROOM_ABOVE_QUOTE;
    else this.#body.scrollTop = 0;
  }

  #fail(failure) {
    const message = element("p", { role: "alert" });
    failureMessage(message, failure);
    const again = failure.retryable && button("retry", "solid-button", () => this.#render({ moveFocus: true }));
    this.#body.replaceChildren(element("div", { class: "failure" }, message, again));
  }
}
