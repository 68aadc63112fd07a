"""What the indexes hold and what they answer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One searchable thing.

    `id` is unique in a generation; `kind` and `ref` name the passage, section or fact it stands for. `text` is searched with full weight,
    `context` (heading path, document title) with less.
    """

    id: int
    kind: str
    document_id: str
    ref: str
    text: str
    context: str

    @property
    def embedded_text(self) -> str:
        """The words that the entry's vector is made of."""
        return f"{self.context}\n{self.text}" if self.context else self.text


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found: its id and how well it fits (BM25, or a cosine in [-1, 1]); greater is better."""

    id: int
    score: float


def best_first(hits: list[Hit]) -> list[Hit]:
    """`hits` by falling score; equal scores by id, so that the same search always gives the same order."""
    return sorted(hits, key=lambda hit: (-hit.score, hit.id))
