"""/api/admin/generations: what was published before, and going back to it."""

from datetime import datetime

from fastapi import APIRouter

from assistant.api.admin.editors import CurrentAdmin, CurrentEditor
from assistant.bodies import Body
from assistant.publishing.served_generations import KeptGeneration, kept_generations, use_generation

router = APIRouter(prefix="/api/admin/generations")


class GenerationBody(Body):
    """A state of all documents as it was published; the `current` one is what questions are answered from.

    One that is not `usable` was built by another version of the program, or is damaged: then nothing else is known of it.
    """

    id: str
    current: bool
    usable: bool
    created_at: datetime | None
    documents: int | None


class GenerationsBody(Body):
    """Every generation that is kept, the last one first."""

    generations: list[GenerationBody]


@router.get("")
def list_generations(editor: CurrentEditor) -> GenerationsBody:
    """What can be gone back to."""
    return GenerationsBody(generations=[_body(kept) for kept in reversed(kept_generations(editor))])


@router.post("/{generation_id}/use")
def use(generation_id: str, editor: CurrentAdmin) -> GenerationBody:
    """Answer from this generation until the next ingest, which is made of what is there and decided then."""
    return _body(use_generation(editor, generation_id))


def _body(kept: KeptGeneration) -> GenerationBody:
    return GenerationBody(id=kept.id, current=kept.current, usable=kept.usable, created_at=kept.created_at, documents=kept.documents)
