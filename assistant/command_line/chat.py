"""`city-assistant chat`: a conversation in the terminal."""

import typer
from rich.console import Console

from assistant.command_line.answer_print import print_answer
from assistant.command_line.console import output
from assistant.command_line.opening import open_for_asking
from assistant.phrases import phrase
from assistant.session import Session
from corpus.errors import InvalidQuestionError, NotFoundError

LEAVE = frozenset({"/quit", "/exit", "quit", "exit", "退出", "再见"})

app = typer.Typer(add_completion=False)


@app.command()
def chat() -> None:
    """Ask one question after the other; each is understood in the light of those before."""
    with open_for_asking() as session:
        converse(session, output())


def converse(session: Session, console: Console) -> None:
    """Answer what is typed until one of LEAVE, the end of the input or an interruption; `/new` begins a new conversation.

    Raises KnowledgeError at once when there is nothing to answer from.
    """
    with session.knowledge():
        pass
    conversation_id: str | None = None
    console.print(phrase("terminal_welcome", "zh"), phrase("terminal_welcome", "en"), sep="\n")
    while True:
        try:
            typed = console.input("\n› ").strip()
        except (EOFError, KeyboardInterrupt):
            console.print()
            return
        if typed in LEAVE:
            return
        if typed == "/new":
            conversation_id = None
        elif typed:
            conversation_id = _exchange(session, typed, conversation_id, console)


def _exchange(session: Session, typed: str, conversation_id: str | None, console: Console) -> str | None:
    try:
        answer = session.ask(typed, conversation_id=conversation_id)
    except (InvalidQuestionError, NotFoundError) as failure:
        console.print(str(failure), style="red")
        return None if isinstance(failure, NotFoundError) else conversation_id
    print_answer(answer, console)
    return answer.conversation_id
