// Puts the page together.

import { questionChips } from "./answer.js";
import { suggestions } from "./api.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { DocumentPanel } from "./document-panel.js";
import { pageLanguage, phrase, startLanguage, switchLanguage } from "./language.js";

const ANSWER_LINK = /^#answer=(.+)$/;
const NOT_FOUND = 404;
const byId = (id) => document.getElementById(id);

const panel = new DocumentPanel(byId("document-panel"));
const composer = new Composer(byId("composer"), (question) => ask(question));
const conversation = new Conversation(byId("conversation"), {
  announcer: byId("announcer"),
  openSource: (citations, index, opener) => panel.open(citations, index, opener),
  onBusy: (busy) => {
    composer.busy = busy;
  },
  onConversation: (begun) => {
    byId("delete-conversation").hidden = !begun;
  },
  onEdit: (question) => composer.fill(question),
});

function ask(question) {
  const taken = conversation.ask(question);
  if (taken) {
    byId("welcome").hidden = true;
    forgetLink();
  }
  return taken;
}

function forgetLink() {
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
}

function startAnew() {
  panel.close();
  conversation.clear();
  forgetLink();
  byId("welcome").hidden = false;
  composer.focus();
}

async function deleteConversation() {
  if (!confirm(phrase("confirmDelete"))) return;
  try {
    await conversation.delete();
  } catch (failure) {
    if (failure.status !== NOT_FOUND) {
      alert(phrase("deleteFailed"));
      return;
    }
  }
  startAnew();
  byId("announcer").textContent = phrase("deleted");
}

async function showRemembered() {
  if (await conversation.restore()) byId("welcome").hidden = true;
}

function openLinkedAnswer() {
  const link = ANSWER_LINK.exec(location.hash);
  if (!link) return false;
  panel.close();
  byId("welcome").hidden = true;
  conversation.open(decodeURIComponent(link[1]));
  return true;
}

async function offerExamples() {
  const language = pageLanguage();
  try {
    const questions = await suggestions(language);
    if (language !== pageLanguage()) return;
    byId("examples").querySelector(".chips")?.remove();
    byId("examples").append(questionChips(questions, ask));
    byId("examples").hidden = questions.length === 0;
  } catch {
    // Examples are a help only; without them the page stays as usable.
  }
}

startLanguage();
byId("language").addEventListener("click", () => {
  switchLanguage();
  offerExamples();
});
byId("new-conversation").addEventListener("click", startAnew);
byId("delete-conversation").addEventListener("click", deleteConversation);
addEventListener("hashchange", openLinkedAnswer);
if (!openLinkedAnswer()) showRemembered();
offerExamples();
if (matchMedia("(pointer: fine)").matches && !location.hash) composer.focus();
