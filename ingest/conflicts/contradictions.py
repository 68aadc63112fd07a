"""All contradictions of a corpus."""

from collections.abc import Mapping, Sequence

from corpus.model.conflicts import Conflict
from corpus.model.document import Document
from corpus.model.facts import Fact, Responsibility, Scenario, Target
from ingest.conflicts.deadlines import deadline_conflicts
from ingest.conflicts.figures import figure_conflicts
from ingest.conflicts.launches import launch_conflicts
from ingest.conflicts.owners import owner_conflicts
from ingest.conflicts.rows import row_conflicts
from ingest.conflicts.stated import stated_facts


def find_conflicts(documents: Sequence[Document], facts: Mapping[str, Sequence[Fact]]) -> tuple[Conflict, ...]:
    """Every place that states what another place states differently; `facts` are by document id.

    Figures and years of one indicator or state, units of one task, entries of one table row, the year one project begins
    in. Left alone is what can hold side by side: other years, a year's figure beside the sum of years, an aim beside a result, a part beside
    the whole, one place beside another, other wording.
    """
    targets = tuple(stated_facts(Target, documents, facts))
    rows = tuple(stated_facts(Scenario, documents, facts))
    spans = {document.id: [row.fact.span for row in rows if row.document.id == document.id] for document in documents}
    return (
        *figure_conflicts(targets, spans),
        *deadline_conflicts(targets),
        *owner_conflicts(stated_facts(Responsibility, documents, facts)),
        *row_conflicts(rows),
        *launch_conflicts(rows),
    )
