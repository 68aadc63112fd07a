"""Every field of an item that a file can show has a heading that is its own."""

import pytest

from assistant.api.policies import PolicyBody
from assistant.api.units import UnitBody
from assistant.listing.item_bodies import ItemBody
from assistant.listing.responsibilities import ResponsibilityBody
from assistant.listing.scenarios import ScenarioBody
from assistant.listing.targets import TargetBody


@pytest.mark.parametrize("kind", [ResponsibilityBody, TargetBody, ScenarioBody, PolicyBody, UnitBody])
def test_every_field_but_the_printed_columns_has_a_heading(kind: type[ItemBody]) -> None:
    titles = {name: field.title for name, field in kind.model_fields.items()}
    assert {name for name, title in titles.items() if not title} <= {"columns", "progress"}
    named = [title for title in titles.values() if title]
    assert len(set(named)) == len(named)
