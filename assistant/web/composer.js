// The question box.

const TALLEST_REM = 12;
const IME_KEY_CODE = 229;

export class Composer {
  #form;
  #field;
  #send;

  /** Calls `onAsk(question)` for every question sent; it returns false to keep the question in the box. */
  constructor(form, onAsk) {
    this.#form = form;
    this.#field = form.querySelector("textarea");
    this.#send = form.querySelector("button[type=submit]");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const question = this.#field.value.trim();
      if (!question) this.#field.focus();
      else if (onAsk(question) !== false) this.#clear();
    });
    this.#field.addEventListener("keydown", (event) => this.#key(event));
    this.#field.addEventListener("input", () => this.#fit());
  }

  /** Whether an answer is awaited: the question can be written but not sent. */
  set busy(busy) {
    this.#send.setAttribute("aria-disabled", String(busy));
  }

  focus() {
    this.#field.focus();
  }

  /** Puts `question` into the box to be changed. */
  fill(question) {
    this.#field.value = question;
    this.#fit();
    this.#field.focus();
  }

  #key(event) {
    // While an input method composes, Enter picks a word. Safari reports that Enter only by its key code.
    const composing = event.isComposing || event.keyCode === IME_KEY_CODE;
    if (event.key !== "Enter" || event.shiftKey || composing) return;
    event.preventDefault();
    this.#form.requestSubmit();
  }

  #clear() {
    this.#field.value = "";
    this.#fit();
    // A touch keyboard would cover the answer.
    if (matchMedia("(pointer: coarse)").matches) this.#field.blur();
  }

  #fit() {
    const tallest = TALLEST_REM * parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.#field.style.height = "auto";
    this.#field.style.height = `${Math.min(this.#field.scrollHeight + 2, tallest)}px`;
  }
}
