"""The verdict of the check on every sentence of a set."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import perf_counter

from assistant.grounding.bodies import bodies_in
from assistant.grounding.check import Verdict, check_sentence
from assistant.grounding.english_sentence import EnglishTerms
from assistant.units.directory import UnitDirectory
from corpus.settings import CorpusSettings
from corpus.units import load_units
from corpus.wording import load_glossary
from eval.grounding.labelled_sentence import LabelledSentence, WrittenPassage

CORPORA = Path(__file__).parents[1] / "corpora"


@dataclass(frozen=True, slots=True)
class Checked:
    """A labelled sentence with the verdict on it and the milliseconds it took."""

    sentence: LabelledSentence
    verdict: Verdict
    milliseconds: float

    @property
    def right(self) -> bool:
        """Whether the verdict agrees with the label."""
        return self.verdict.supported == self.sentence.supported


class Checker:
    """Checks sentences with the units and the glossary of the city that each is about."""

    def __init__(self, sentences: Sequence[LabelledSentence]) -> None:
        self._directories = {corpus: _directory(corpus, sentences) for corpus in {sentence.corpus for sentence in sentences}}

    def verdict(self, sentence: LabelledSentence, passages: Iterable[WrittenPassage]) -> Verdict:
        """The verdict on `sentence` as one that cites `passages`."""
        cited = [passage.cited() for passage in passages]
        return check_sentence(sentence.sentence, cited, self._directories[sentence.corpus], _terms(sentence.corpus))


def check_all(sentences: Sequence[LabelledSentence]) -> Iterator[Checked]:
    """Every sentence with its verdict, in order."""
    checker = Checker(sentences)
    for sentence in sentences:
        started = perf_counter()
        verdict = checker.verdict(sentence, sentence.passages)
        yield Checked(sentence, verdict, (perf_counter() - started) * 1000)


def _directory(corpus: str, sentences: Sequence[LabelledSentence]) -> UnitDirectory:
    """The bodies of the units data, and those that the passages print, as ingest would find them."""
    passages = [passage for sentence in sentences if sentence.corpus == corpus for passage in sentence.passages]
    printed = [body.names[0] for passage in passages for body in bodies_in(passage.quote)]
    return UnitDirectory(load_units(_settings(corpus)), printed)


@cache
def _terms(corpus: str) -> EnglishTerms:
    return EnglishTerms(load_glossary(_settings(corpus)))


def _settings(corpus: str) -> CorpusSettings:
    """The settings of the corpus of this name beside the suites; the shipped one for a name of none."""
    folder = CORPORA / corpus
    return (
        CorpusSettings(corpus_dir=folder)
        if folder.is_dir()
        else CorpusSettings(corpus_dir=CorpusSettings.model_fields["corpus_dir"].default)
    )
