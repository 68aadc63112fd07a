// Puts the page together.

import { questionChips } from "./answer.js";
import { exportAddress, suggestions } from "./api.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { DocumentPanel } from "./document-panel.js";
import { displayPanel, startDisplay } from "./display.js";
import { historyPanel } from "./history-panel.js";
import { pageLanguage, phrase, startLanguage, switchLanguage } from "./language.js";
import { unlistConversation } from "./remembered.js";
import { tellWhoIsSignedIn } from "./signed-in.js";

const ANSWER_LINK = /^#answer=(.+)$/;
const NOT_FOUND = 404;
const byId = (id) => document.getElementById(id);
let current = null;

const panel = new DocumentPanel(byId("document-panel"));
const composer = new Composer(byId("composer"), (question) => ask(question));
const conversation = new Conversation(byId("conversation"), {
  announcer: byId("announcer"),
  openSource: (citations, index, opener) => panel.open(citations, index, opener),
  onBusy: (busy) => {
    composer.busy = busy;
  },
  onConversation: (id) => {
    current = id;
    offerTools();
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

function offerTools() {
  byId("conversation-tools").hidden = current === null;
  for (const format of ["docx", "markdown"]) {
    if (current) byId(`save-${format}`).setAttribute("href", exportAddress(current, format, pageLanguage()));
  }
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
  const id = current;
  try {
    await conversation.delete();
  } catch (failure) {
    if (failure.status !== NOT_FOUND) {
      alert(phrase("deleteFailed"));
      return;
    }
  }
  unlistConversation(id);
  startAnew();
  announce("deleted");
}

function announce(key) {
  byId("announcer").textContent = phrase(key);
}

async function showRemembered() {
  if (await conversation.restore()) byId("welcome").hidden = true;
}

async function showAgain(id) {
  panel.close();
  forgetLink();
  if (await conversation.restore(id)) {
    byId("welcome").hidden = true;
    return;
  }
  byId("welcome").hidden = false;
  unlistConversation(id);
  announce("conversationGone");
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

startDisplay();
startLanguage();
tellWhoIsSignedIn();
byId("language").addEventListener("click", () => {
  switchLanguage();
  offerExamples();
  offerTools();
});
const onDeleted = (id) => {
  if (id === current) startAnew();
};
byId("history").addEventListener("click", historyPanel(byId("history-panel"), { open: showAgain, onDeleted, announce }));
byId("display").addEventListener("click", displayPanel(byId("display-panel")));
byId("print").addEventListener("click", () => print());
byId("new-conversation").addEventListener("click", startAnew);
byId("delete-conversation").addEventListener("click", deleteConversation);
addEventListener("hashchange", openLinkedAnswer);
if (!openLinkedAnswer()) showRemembered();
offerExamples();
if (matchMedia("(pointer: fine)").matches && !location.hash) composer.focus();
