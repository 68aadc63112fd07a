"""units.toml: one name belongs to one body."""

from pathlib import Path

import pytest

from corpus.errors import ManifestError
from corpus.language.unit_names import same_unit
from corpus.model.facts import Unit
from corpus.settings import CorpusSettings
from corpus.units import load_units


def _settings(folder: Path, text: str) -> CorpusSettings:
    (folder / "units.toml").write_text(text, encoding="utf-8")
    return CorpusSettings(corpus_dir=folder, data_dir=folder)


def test_a_corpus_without_units_has_none(tmp_path: Path) -> None:
    assert load_units(CorpusSettings(corpus_dir=tmp_path, data_dir=tmp_path)) == ()


def test_units_keep_their_order_and_aliases(tmp_path: Path) -> None:
    text = '[[units]]\nname = "某市数据局"\naliases = ["数据局"]\n[[units]]\nname = "某市财政局"\n'
    assert load_units(_settings(tmp_path, text)) == (Unit("某市数据局", ("数据局",)), Unit("某市财政局"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[[units]]\nname = "甲局"\naliases = ["丙局"]\n[[units]]\nname = "乙局"\naliases = ["丙局"]\n',
            "丙局 stands for both 甲局 and 乙局",
        ),
        ('[[units]]\nname = "甲局"\n[[units]]\nname = "甲局"\n', "甲局 stands for both"),
        ('[[units]]\nname = "甲局"\naliases = [""]\n', "fewer than two characters"),
        ('[[units]]\nnames = "甲局"\n', r"line 2: units\.1\.names: unknown field"),
    ],
)
def test_a_broken_file_is_refused_with_its_reason(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ManifestError, match=message):
        load_units(_settings(tmp_path, text))


def test_no_rule_makes_two_shipped_units_of_one_level_the_same() -> None:
    units = load_units(CorpusSettings(data_dir=Path("data")))
    clashes = [(one.name, other.name) for one in units for other in units if one.name < other.name and same_unit(one.name, other.name)]
    assert clashes == []
