"""The city's own departments and bodies under all the names they go by."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from corpus.model.facts import Unit
from corpus.settings import CorpusSettings
from corpus.toml_file import read_toml

UNITS_FILE = "units.toml"


class UnitEntry(BaseModel):
    """One body: its name in full and the other names that stand for it in documents or questions."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=2)
    aliases: tuple[str, ...] = ()


class UnitsFile(BaseModel):
    """The content of units.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    units: tuple[UnitEntry, ...] = ()

    @model_validator(mode="after")
    def _check_names(self) -> Self:
        owners: dict[str, str] = {}
        for entry in self.units:
            for name in (entry.name, *entry.aliases):
                if len(name.strip()) < 2:
                    raise ValueError(f"{entry.name} has a name of fewer than two characters; remove it")
                if name in owners:
                    raise ValueError(f"{name} stands for both {owners[name]} and {entry.name}; keep one of them")
                owners[name] = entry.name
        return self


def load_units(settings: CorpusSettings) -> tuple[Unit, ...]:
    """The units of CORPUS_DIR/units.toml in its order; none without the file.

    Raises ManifestError when the file is broken or one name stands for two units.
    """
    file = read_toml(settings.corpus_dir / UNITS_FILE, UnitsFile)
    return tuple(Unit(entry.name, entry.aliases) for entry in file.units)
