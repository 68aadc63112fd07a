"""Whether the documents say what a sentence says: the grounding check over sources, with the names that a generation knows."""

from collections.abc import Callable, Sequence
from functools import cache

from assistant.draft import Source
from assistant.grounding.check import check_sentence
from assistant.grounding.cited_passage import CitedPassage
from assistant.grounding.english_sentence import EnglishTerms, is_english
from assistant.units.directory import unit_directory
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.model.document import section_at


def support_by(knowledge: KnowledgeBase) -> Callable[[str, Sequence[Source]], bool]:
    """The check of a sentence against the sources it cites, in the documents and with the units and English terms of `knowledge`."""
    directory = unit_directory(knowledge)

    @cache
    def english() -> EnglishTerms:
        return EnglishTerms(knowledge.glossary())

    def is_supported(sentence: str, sources: Sequence[Source]) -> bool:
        passages = [cited_passage(source, knowledge) for source in sources]
        return check_sentence(sentence, passages, directory, english() if is_english(sentence) else None).supported

    return is_supported


def cited_passage(source: Source, knowledge: KnowledgeBase) -> CitedPassage:
    """The characters of `source` with what a reader sees beside them."""
    document = knowledge.document(source.document_id)
    section, about = section_at(document.sections, source.span.start), document.metadata
    return CitedPassage(
        text=source.span.of(document.text),
        title=document.title,
        section=section.path if section else (),
        document_number=about.document_number,
        document_date=about.signed_on or about.issued_on,
        document_period=about.period,
    )
