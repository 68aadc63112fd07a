"""GET /v1/models and /v1/models/{model}: what the OpenAI interface offers as models, each a way of answering."""

from collections.abc import Mapping
from typing import Literal

from fastapi import APIRouter

from assistant.api.openai_failures import UnknownModelError
from assistant.api.sessions import CurrentSession
from assistant.bodies import Body
from assistant.session import Mode, Session

router = APIRouter()

_OWNER = "city-assistant"


class ModelBody(Body):
    """One model; `created` is 0, because what it knows is told by the generation of each answer."""

    id: str
    object: Literal["model"] = "model"
    created: int = 0
    owned_by: str = _OWNER


class ModelsBody(Body):
    """Every model that can be asked now."""

    object: Literal["list"] = "list"
    data: list[ModelBody]


def modes_of_models(session: Session) -> Mapping[str, Mode]:
    """The models that can be asked now, with the mode in which each is answered."""
    modes: dict[str, Mode] = {"city-assistant": "auto", "city-assistant-extractive": "extractive"}
    return modes | {"city-assistant-generative": "generative"} if session.model_name else modes


def mode_of_model(model: str, session: Session) -> Mode:
    """The mode in which `model` answers. Raises UnknownModelError."""
    modes = modes_of_models(session)
    if model not in modes:
        raise UnknownModelError(f"There is no model {model!r} here; ask {', '.join(modes)}.", "model")
    return modes[model]


@router.get("/v1/models")
def list_models(session: CurrentSession) -> ModelsBody:
    """The models that can be asked now."""
    return ModelsBody(data=[ModelBody(id=model) for model in modes_of_models(session)])


@router.get("/v1/models/{model}")
def read_model(model: str, session: CurrentSession) -> ModelBody:
    """One model."""
    mode_of_model(model, session)
    return ModelBody(id=model)
