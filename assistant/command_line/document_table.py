"""Documents as a table: who issued them, for which years, and how many parts and facts were found."""

from collections.abc import Sequence

from rich.table import Table

from assistant.publishing.documents import SourceFile
from corpus.knowledge.knowledge_base import DocumentSummary
from corpus.model.facts import FACT_TYPES

COUNTED = ("sections", "passages", *FACT_TYPES)


def document_table(summaries: Sequence[DocumentSummary]) -> Table:
    """One row a document and one of totals."""
    totals = [str(sum(summary.counts.get(name, 0) for summary in summaries)) for name in COUNTED]
    table = Table(show_footer=True)
    table.add_column("document", footer=f"{len(summaries)} documents", overflow="fold")
    table.add_column("issuer", overflow="fold")
    table.add_column("years", no_wrap=True)
    for name, total in zip(COUNTED, totals, strict=True):
        table.add_column(name, footer=total, justify="right", no_wrap=True)
    for summary in summaries:
        period = summary.metadata.period
        years = "" if period is None else "-".join(map(str, dict.fromkeys(period)))
        table.add_row(summary.title, summary.metadata.issuer or "", years, *(str(summary.counts.get(name, 0)) for name in COUNTED))
    return table


def file_table(sources: Sequence[SourceFile]) -> Table:
    """One row a document and one for each file without any: who may read it, its version, and what was decided of the file."""
    table = Table("file", "document", "for", "version", "state")
    for source in sources:
        state = _state(source)
        for summary in source.documents:
            table.add_row(source.file, summary.title, summary.metadata.visibility, summary.version[:8], state)
        if not source.documents:
            table.add_row(source.file, "", "", "", state if source.withdrawn else "not published")
    return table


def _state(source: SourceFile) -> str:
    if not source.withdrawn or source.change is None:
        return source.origin
    instead = f", replaced by {source.change.replaced_by}" if source.change.replaced_by else ""
    still = "; answered from until the next ingest" if source.documents else ""
    return f"withdrawn {source.change.made_at:%Y-%m-%d}{instead}{still}"
