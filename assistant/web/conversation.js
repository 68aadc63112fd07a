// The conversation on the page: questions, the wait, answers and failures.

import { answerElement, statusKey } from "./answer.js";
import { plainText, spokenText } from "./answer-text.js";
import * as api from "./api.js";
import { button, element } from "./elements.js";
import { failureMessage } from "./failure.js";
import { phrase } from "./language.js";
import { listConversation, rememberConversation, rememberedConversation } from "./remembered.js";

const NOT_FOUND = 404;

export class Conversation {
  #list;
  #announcer;
  #openSource;
  #onBusy;
  #onConversation;
  #onEdit;
  #id = null;
  #waiting = null;

  /**
   * Writes into `list`; `announcer` is a live region. `openSource` shows a source, `onBusy(busy)` hears of waiting, `onConversation(id)`
   * of a conversation that begins, or ends (null), `onEdit(question)` takes a question back for a change.
   */
  constructor(list, { announcer, openSource, onBusy, onConversation, onEdit }) {
    this.#list = list;
    this.#announcer = announcer;
    this.#openSource = openSource;
    this.#onBusy = onBusy;
    this.#onConversation = onConversation;
    this.#onEdit = onEdit;
  }

  /** Shows the conversation `id`, the one this tab was in before a reload when left out; resolves to whether there was one to show. */
  async restore(id = rememberedConversation()) {
    if (!id) return false;
    this.clear();
    const control = new AbortController();
    this.#setWaiting(control);
    let turns = [];
    try {
      turns = (await api.conversation(id)).turns;
    } catch (failure) {
      if (failure.status === NOT_FOUND) this.#goOnIn(null);
      else rememberConversation(id);
    }
    if (this.#waiting !== control) return false;
    this.#setWaiting(null);
    for (const { question, answer } of turns) {
      this.#list.querySelector(".follow-ups")?.remove();
      const { turn, result } = this.#turn(element("span", { class: "question-text" }, question));
      this.#show(result, answer);
      if (answer === turns.at(-1).answer) this.#bringIntoView(turn);
    }
    return turns.length > 0;
  }

  /** Deletes this conversation on the server; the page stays as it is. Throws RequestFailure. */
  async delete() {
    if (this.#id) await api.deleteConversation(this.#id);
  }

  /** Asks `question` in this conversation; false while an answer is awaited. */
  ask(question) {
    if (this.#waiting) return false;
    this.#list.querySelector(".follow-ups")?.remove();
    const { turn, result } = this.#turn(element("span", { class: "question-text" }, question));
    this.#run(turn, result, question, (signal, onSentence) => api.ask(question, this.#id, signal, onSentence));
    return true;
  }

  /** Shows an answer given before, by its id, in place of what is on the page. */
  open(id) {
    this.clear();
    const heading = element("span", { class: "question-text", say: "savedAnswer" });
    const { turn, result } = this.#turn(heading);
    this.#run(turn, result, null, async () => {
      const answer = await api.savedAnswer(id);
      if (answer.question) {
        delete heading.dataset.say;
        heading.textContent = answer.question;
      }
      // Whoever opens a link goes on in a conversation of their own.
      return { ...answer, conversation_id: null };
    });
  }

  /** Empties the page; the next question begins a new conversation. */
  clear() {
    this.#waiting?.abort();
    this.#setWaiting(null);
    this.#goOnIn(null);
    this.#list.replaceChildren();
    this.#announcer.textContent = "";
  }

  #setWaiting(control) {
    this.#waiting = control;
    this.#onBusy(control !== null);
  }

  #goOnIn(id) {
    this.#id = id;
    rememberConversation(id);
    this.#onConversation(id);
  }

  #turn(question) {
    const result = element("div", { class: "result" });
    const label = element("span", { class: "visually-hidden", say: "youAsked" });
    const turn = element("article", { class: "turn" }, element("h2", { class: "question" }, label, question), result);
    this.#list.append(turn);
    return { turn, result };
  }

  async #run(turn, result, question, request) {
    const control = new AbortController();
    const run = () => this.#run(turn, result, question, request);
    this.#setWaiting(control);
    result.replaceChildren(this.#wait(question === null ? "openingAnswer" : "waiting", control));
    this.#bringIntoView(turn);
    try {
      const answer = await request(control.signal, this.#sentenceWriter(result, control));
      if (this.#waiting === control) this.#succeed(result, answer, question);
    } catch (failure) {
      if (this.#waiting === control) this.#fail(result, failure, question, run);
    }
    if (this.#waiting !== control) return;
    this.#setWaiting(null);
    this.#bringIntoView(turn);
  }

  #wait(key, control) {
    this.#announcer.textContent = phrase(key);
    const dots = element("span", { class: "dots", "aria-hidden": "true" }, element("i"), element("i"), element("i"));
    const stop = button("stop", "quiet-button stop", () => control.abort());
    return element("div", { class: "waiting" }, dots, element("span", { say: key }), stop);
  }

  /** Writes the sentences of an answer as they come, the wait below them. */
  #sentenceWriter(result, control) {
    let text = null;
    return {
      begun: () => text?.replaceChildren(),
      sentence: (sentence) => {
        if (this.#waiting !== control) return;
        if (!text) result.prepend((text = element("p", { class: "answer-text arriving" })));
        text.append(sentence.text);
      },
    };
  }

  #show(result, answer) {
    this.#goOnIn(answer.conversation_id ?? null);
    const ask = (question) => this.ask(question);
    const announce = (key) => {
      this.#announcer.textContent = phrase(key);
    };
    result.replaceChildren(answerElement(answer, { openSource: this.#openSource, ask, announce }));
  }

  #succeed(result, answer, question) {
    this.#show(result, answer);
    if (question !== null && this.#id) listConversation(this.#id, question);
    this.#announcer.textContent = phrase("announceAnswer", {
      status: phrase(statusKey(answer)),
      answer: spokenText(plainText(answer)),
      count: answer.citations?.length ?? 0,
    });
  }

  #fail(result, failure, question, run) {
    // A conversation past its retention time is gone; the next try begins a new one.
    if (failure.status === NOT_FOUND) this.#goOnIn(null);
    this.#announcer.textContent = "";
    const message = element("p", { role: "alert" });
    const edit = question !== null && button("editQuestion", "quiet-button", () => this.#onEdit(question));
    const again = failure.retryable !== false && button("retry", "solid-button", run);
    result.replaceChildren(element("div", { class: "failure" }, message, element("div", { class: "actions" }, again, edit)));
    failureMessage(message, failure);
  }

  #bringIntoView(turn) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    turn.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
  }
}
