"""The lexical index: BM25 over our own terms, kept by tantivy. The only module that knows tantivy."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tantivy import Document, Index, Occur, Query, Schema, SchemaBuilder, Searcher

from corpus.errors import KnowledgeError, MismatchError
from corpus.index.entry import Entry, Hit, best_first
from corpus.language.terms import terms_of

# One writing thread and room for one segment: documents keep the order of their ids, which settles ties.
_WRITER_BYTES = 1_000_000_000


class LexicalIndex:
    """A read-only index in one folder; may be searched from any thread.

    Raises MismatchError when the folder holds no index that can be opened, KnowledgeError when it may not be written to.
    """

    def __init__(self, path: Path) -> None:
        try:
            index = Index.open(str(path))
        except (ValueError, OSError) as error:
            # tantivy takes a lock in the folder while it opens an index.
            if path.is_dir() and not os.access(path, os.W_OK):
                raise KnowledgeError(
                    f"The lexical index cannot be opened: {path} cannot be written to. Allow it, or set DATA_DIR."
                ) from None
            raise MismatchError(f"The lexical index in {path} cannot be opened; run `city-assistant ingest --rebuild`.") from error
        index.config_reader("manual")
        self._schema: Schema = index.schema
        self._searcher: Searcher = index.searcher()

    @property
    def count(self) -> int:
        """How many entries the index holds."""
        return self._searcher.num_docs

    def document_frequency(self, term: str) -> int:
        """How many entries have `term` in their text."""
        return self._searcher.doc_freq("text", term)

    def search(
        self,
        terms: Mapping[str, float],
        *,
        kinds: Sequence[str] = (),
        document_ids: Sequence[str] = (),
        limit: int = 50,
        context_weight: float = 0.4,
    ) -> list[Hit]:
        """The `limit` entries that fit `terms` best, best first; each term counts by its weight, in the context by `context_weight` of it.

        `terms` are such as `terms_of` makes. Empty `kinds` or `document_ids` admit every kind or document.
        """
        wanted = self._any_term(terms, context_weight)
        if not wanted or limit < 1:
            return []
        clauses = [(Occur.Must, Query.boolean_query(wanted))]
        for field, values in (("kind", kinds), ("document_id", document_ids)):
            if values:
                among = Query.term_set_query(self._schema, field, list(values))
                clauses.append((Occur.Must, Query.const_score_query(among, 0.0)))
        found = self._searcher.search(Query.boolean_query(clauses), limit=limit, count=False).hits
        ids = self._searcher.fast_field_values("id", [address for _, address in found])
        return best_first([Hit(int(number or 0), score) for number, (score, _) in zip(ids, found, strict=True)])

    def _any_term(self, terms: Mapping[str, float], context_weight: float) -> list[tuple[Occur, Query]]:
        return [
            (Occur.Should, Query.boost_query(Query.term_query(self._schema, field, term, "freq"), weight * share))
            for term, weight in terms.items()
            for field, share in (("text", 1.0), ("context", context_weight))
            if weight * share > 0
        ]


def write_lexical_index(path: Path, entries: Iterable[Entry]) -> None:
    """Build the index of `entries` in the new folder `path`. Raises OSError when it cannot be stored."""
    path.mkdir(parents=True)
    try:
        _write(path, entries)
    except ValueError as error:
        raise OSError(str(error)) from error


def _write(path: Path, entries: Iterable[Entry]) -> None:
    writer = Index(_schema(), path=str(path), reuse=False).writer(heap_size=_WRITER_BYTES, num_threads=1)
    for entry in sorted(entries, key=lambda entry: entry.id):
        document = Document()
        document.add_unsigned("id", entry.id)
        document.add_text("kind", entry.kind)
        document.add_text("document_id", entry.document_id)
        document.add_text("text", " ".join(terms_of(entry.text)))
        document.add_text("context", " ".join(terms_of(entry.context)))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def _schema() -> Schema:
    builder = SchemaBuilder()
    builder.add_unsigned_field("id", fast=True)
    for name in ("text", "context"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in ("kind", "document_id"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    return builder.build()
