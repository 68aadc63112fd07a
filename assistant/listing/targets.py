"""Targets: figures and states to be reached."""

from pydantic import Field

from assistant.listing.filters import FactFilter, Wanted, contains
from assistant.listing.item_bodies import PlacedBody
from assistant.stated_facts import StatedFact, stated_facts
from assistant.units.directory import unit_directory
from assistant.units.sheet import unit_sheet
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.language.terms import normalize
from corpus.model.facts import Comparator, Target


class TargetBody(PlacedBody):
    """A target; `amount` is `value` as a number, the lower end of a range whose upper end is `amount_to`, all null for a state without a figure.

    The year's words stand from `year_start` to `year_end` where they are not in the quote.
    """

    subject: str = Field(title="指标")
    statement: str = Field(title="目标表述")
    comparator: Comparator = Field(title="比较")
    value: str | None = Field(title="数值（原文）")
    amount: float | None = Field(title="数值")
    amount_to: float | None = Field(title="数值上限")
    unit: str | None = Field(title="计量单位")
    year: int | None = Field(title="年份")
    years: tuple[int, int] | None = Field(title="起止年份")
    deadline: bool = Field(title="截至该年底")
    cumulative: bool = Field(title="累计")
    year_start: int | None = Field(title="年份原文起点")
    year_end: int | None = Field(title="年份原文终点")


class TargetFilter(FactFilter):
    """Filters on targets; `unit` is the measure word or sign, `year` also finds a period that holds it, `owner` is a body."""

    subject: Wanted | None = Field(default=None, description="Characters of the subject")
    year: int | None = None
    unit: Wanted | None = Field(default=None, description="Measure word or sign, such as 个 or %")
    comparator: Comparator | None = None
    cumulative: bool | None = None
    deadline: bool | None = None
    figure: bool | None = Field(default=None, description="Whether the target has a figure")
    owner: Wanted | None = Field(default=None, description="Any name of a unit; finds what the words of its tasks state")

    def fits(self, stated: StatedFact[Target]) -> bool:
        """Whether a target is what is asked for; the document's id and the owner are not looked at."""
        fact = stated.fact
        first, last = fact.years or (fact.year, fact.year)
        return (
            (self.year is None or (first is not None and last is not None and first <= self.year <= last))
            and (self.unit is None or normalize(fact.unit or "") == normalize(self.unit))
            and self.comparator in (None, fact.comparator)
            and self.cumulative in (None, fact.cumulative)
            and self.deadline in (None, fact.deadline)
            and self.figure in (None, fact.value is not None)
            and contains(fact.subject, self.subject)
            and self.holds(stated)
        )


def found_targets(wanted: TargetFilter, knowledge: KnowledgeBase) -> list[StatedFact[Target]]:
    """The targets that fit, in corpus and reading order. Raises NotFoundError for an unknown document or a name of no unit."""
    found = [stated for stated in stated_facts(knowledge, Target, wanted.document_id) if wanted.fits(stated)]
    if wanted.owner is None:
        return found
    owned = {target.stated.id for target in unit_sheet(wanted.owner, knowledge, unit_directory(knowledge)).targets}
    return [stated for stated in found if stated.id in owned]


def target_body(stated: StatedFact[Target]) -> TargetBody:
    """A target as it is listed."""
    words = stated.fact.year_span
    return TargetBody.of(stated, year_start=words and words.start, year_end=words and words.end)
