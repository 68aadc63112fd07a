"""A language model behind the OpenAI protocol that says, and does wrong, what a test has written down: a real server on this machine."""

from tests.scripted_model.chat_request import ChatRequest
from tests.scripted_model.replies import CutsOff, Drips, EndsEarly, Fails, Garbles, Hangs, HangsMidway, Pings, Reply, Says, SaysNothing
from tests.scripted_model.server import MODEL, ScriptedModel

__all__ = [
    "MODEL",
    "ChatRequest",
    "CutsOff",
    "Drips",
    "EndsEarly",
    "Fails",
    "Garbles",
    "Hangs",
    "HangsMidway",
    "Pings",
    "Reply",
    "Says",
    "SaysNothing",
    "ScriptedModel",
]
