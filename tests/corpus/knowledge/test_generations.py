import logging
import os
import shutil
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from threading import Event

import pytest

from corpus.errors import MismatchError, NoGenerationError
from corpus.knowledge import generations as generations_module
from corpus.knowledge.generations import Generations
from corpus.knowledge.knowledge_base import KnowledgeBase
from tests.corpus.knowledge.open_files import open_files, settles_at
from tests.corpus.knowledge.samples import build_generation, make_document


class Site:
    """A data folder into which generations are put as publication would: a folder, then the pointer in one step."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.root = data_dir / "generations"
        build_generation(data_dir / "original")
        self.root.mkdir()

    def publish(self, name: str) -> None:
        shutil.copytree(self.data_dir / "original", self.root / name)
        self.point_to(name)

    def point_to(self, name: str) -> None:
        (self.root / "aside").write_text(name, encoding="utf-8")
        os.replace(self.root / "aside", self.root / "current")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path)
    site.publish("000001-x")
    return site


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The generations closed so far."""
    names: list[str] = []
    close = KnowledgeBase.close

    def note(knowledge: KnowledgeBase) -> None:
        names.append(knowledge.generation)
        close(knowledge)

    monkeypatch.setattr(KnowledgeBase, "close", note)
    return names


def test_the_internal_audience_is_lent_what_was_built_from_all_documents(site: Site) -> None:
    shutil.copytree(site.data_dir / "original", site.root / "000001-x" / "internal")
    with Generations(site.data_dir) as generations, generations.lease() as public, generations.lease("internal") as whole:
        assert whole is not public
        assert whole.generation == public.generation == "000001-x"


def test_both_audiences_are_lent_the_same_where_all_is_public(site: Site, closed: list[str]) -> None:
    with Generations(site.data_dir) as generations, generations.lease() as public, generations.lease("internal") as whole:
        assert whole is public
    assert closed == ["000001-x"]


def test_both_sides_are_closed_with_the_last_lease(site: Site, closed: list[str]) -> None:
    shutil.copytree(site.data_dir / "original", site.root / "000001-x" / "internal")
    generations = Generations(site.data_dir)
    with generations.lease("internal"):
        site.publish("000002-x")
        with generations.lease():
            assert closed == []
    assert closed == ["000001-x", "000001-x"]


def test_a_lease_gives_the_current_generation(site: Site) -> None:
    generations = Generations(site.data_dir)
    with generations.lease() as knowledge:
        assert knowledge.generation == generations.current_id == "000001-x"
        assert knowledge.document("a-1") == make_document()


def test_leases_share_one_open_generation(site: Site) -> None:
    generations = Generations(site.data_dir)
    with generations.lease() as first, generations.lease() as second:
        assert first is second
    with generations.lease() as third:
        assert third is first


def test_the_next_lease_after_a_publication_gives_the_new_generation(site: Site) -> None:
    generations = Generations(site.data_dir)
    with generations.lease() as old:
        site.publish("000002-x")
        with generations.lease() as new:
            assert (old.generation, new.generation) == ("000001-x", "000002-x")


def test_going_back_to_an_older_generation_is_noticed_too(site: Site) -> None:
    generations = Generations(site.data_dir)
    site.publish("000002-x")
    with generations.lease():
        pass
    site.point_to("000001-x")
    with generations.lease() as knowledge:
        assert knowledge.generation == "000001-x"


def test_the_last_lease_out_closes_a_superseded_generation(site: Site, closed: list[str]) -> None:
    generations = Generations(site.data_dir)
    with generations.lease() as old:
        with generations.lease():
            site.publish("000002-x")
            with generations.lease():
                assert closed == []
        assert closed == []
        assert old.search_vectors("一网统管", limit=1)
        assert old.document("b-1").id == "b-1"
    assert closed == ["000001-x"]


def test_a_superseded_generation_without_leases_is_closed_at_the_next_lease(site: Site, closed: list[str]) -> None:
    generations = Generations(site.data_dir)
    with generations.lease():
        pass
    site.publish("000002-x")
    with generations.lease():
        assert closed == ["000001-x"]


def test_the_current_generation_stays_open_between_leases(site: Site, closed: list[str]) -> None:
    generations = Generations(site.data_dir)
    for _ in range(3):
        with generations.lease():
            pass
    assert closed == []


def test_closing_waits_for_the_last_lease_and_the_next_lease_opens_again(site: Site, closed: list[str]) -> None:
    generations = Generations(site.data_dir)
    with generations.lease() as knowledge:
        generations.close()
        assert closed == []
        assert knowledge.text("a-1")
    assert closed == ["000001-x"]
    with generations.lease() as knowledge:
        assert knowledge.text("a-1")
    generations.close()
    assert closed == ["000001-x"] * 2


def test_leaving_the_block_closes(site: Site, closed: list[str]) -> None:
    with Generations(site.data_dir) as generations, generations.lease():
        pass
    assert closed == ["000001-x"]


def test_a_lease_is_given_back_when_its_block_fails(site: Site, closed: list[str]) -> None:
    generations = Generations(site.data_dir)
    with pytest.raises(RuntimeError, match="in the block"), generations.lease():
        raise RuntimeError("in the block")
    generations.close()
    assert closed == ["000001-x"]


def test_twelve_publications_under_questions_leave_no_file_open(site: Site) -> None:
    generations = Generations(site.data_dir)

    def swap(number: int) -> None:
        with ExitStack() as leases:
            for _ in range(2):
                leases.enter_context(generations.lease()).search_vectors("一网统管", limit=1)
            site.publish(f"{number:06d}-x")
            with generations.lease() as knowledge:
                assert knowledge.generation == f"{number:06d}-x"
                knowledge.search_vectors("一网统管", limit=1)
                knowledge.document("a-1")

    # Chroma holds two to four files of the generation in use, so the count is taken with nothing open.
    swap(2)
    generations.close()
    before = open_files()
    for number in range(3, 15):
        swap(number)
    generations.close()
    assert settles_at(before)


def test_threads_that_ask_while_generations_change_never_fail(site: Site) -> None:
    generations = Generations(site.data_dir)
    done = Event()

    def ask() -> int:
        asked = 0
        while not done.is_set():
            with generations.lease() as knowledge:
                hit = knowledge.search_vectors("一网统管", limit=1)[0]
                assert knowledge.document(knowledge.entry(hit.id).document_id).passages
                assert knowledge.facts("target")
            asked += 1
        return asked

    with ThreadPoolExecutor(4) as pool:
        threads = [pool.submit(ask) for _ in range(4)]
        for number in range(2, 8):
            site.publish(f"{number:06d}-x")
        done.set()
        assert all(thread.result() > 0 for thread in threads)
    generations.close()


def test_generations_are_listed_oldest_first(site: Site) -> None:
    site.publish("000010-x")
    site.publish("000002-x")
    assert Generations(site.data_dir).list() == ("000001-x", "000002-x", "000010-x")


def test_without_a_generation_the_remedy_is_to_ingest(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    assert generations.current_id is None
    assert generations.list() == ()
    with pytest.raises(NoGenerationError, match="city-assistant ingest"), generations.lease():
        pass


def test_a_generation_ingested_later_is_noticed(tmp_path: Path) -> None:
    site = Site(tmp_path)
    generations = Generations(tmp_path)
    with pytest.raises(NoGenerationError), generations.lease():
        pass
    site.publish("000001-x")
    with generations.lease() as knowledge:
        assert knowledge.generation == "000001-x"


def test_a_current_generation_that_is_missing_names_the_remedy(site: Site) -> None:
    shutil.rmtree(site.root / "000001-x")
    with pytest.raises(MismatchError, match="city-assistant ingest --rebuild"), Generations(site.data_dir).lease():
        pass


def test_a_generation_that_cannot_be_opened_leaves_no_file_open(site: Site) -> None:
    (site.root / "000001-x" / "knowledge.db").unlink()
    generations = Generations(site.data_dir)
    before = open_files()
    for _ in range(12):
        with pytest.raises(MismatchError), generations.lease():
            pass
    assert settles_at(before)


def test_a_generation_replaced_while_it_is_opened_is_not_a_failure(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    generations = Generations(site.data_dir)
    opened: list[str | None] = []
    original = Generations._open_generation

    def replaced_meanwhile(self: Generations, name: str | None) -> object:
        opened.append(name)
        if len(opened) == 1:
            site.publish("000002-x")
            shutil.rmtree(site.root / "000001-x")
        return original(self, name)

    monkeypatch.setattr(Generations, "_open_generation", replaced_meanwhile)
    with generations.lease() as knowledge:
        assert knowledge.generation == "000002-x"
    assert opened == ["000001-x", "000002-x"]


@pytest.fixture
def quick_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generations_module, "FOLLOW_SECONDS", 0.01)


def lent_by(generations: Generations) -> str:
    with generations.lease() as knowledge:
        return knowledge.generation


def settles(said: Callable[[], object], expected: object) -> bool:
    """Whether `said` comes to say what is `expected` within ten seconds."""
    until = time.monotonic() + 10
    while said() != expected and time.monotonic() < until:
        time.sleep(0.01)
    return said() == expected


@contextmanager
def held_back(generations: Generations) -> Iterator[tuple[Event, Event]]:
    """Generations that are followed, and prepared only when told to: the events that preparing has begun, and that it may end."""
    begun, may_end = Event(), Event()

    def prepare(knowledge: KnowledgeBase) -> None:
        knowledge.check()
        begun.set()
        assert may_end.wait(10)

    with generations.followed(prepare):
        yield begun, may_end


@pytest.mark.usefixtures("quick_look")
def test_where_generations_are_followed_no_lease_waits_for_a_new_one(site: Site, closed: list[str]) -> None:
    generations = Generations(site.data_dir)
    assert lent_by(generations) == "000001-x"
    with held_back(generations) as (begun, may_end):
        site.publish("000002-x")
        assert begun.wait(10)
        assert lent_by(generations) == "000001-x"
        assert closed == []
        may_end.set()
        assert settles(lambda: lent_by(generations), "000002-x")
        assert settles(lambda: closed, ["000001-x"])
    generations.close()


@pytest.mark.usefixtures("quick_look")
def test_a_lease_under_way_keeps_the_generation_that_another_takes_the_place_of(site: Site, closed: list[str]) -> None:
    generations = Generations(site.data_dir)
    with generations.lease() as old, generations.followed(lambda _: None):
        site.publish("000002-x")
        assert settles(lambda: lent_by(generations), "000002-x")
        assert closed == []
        assert old.search_vectors("一网统管", limit=1)
    assert closed == ["000001-x"]
    generations.close()


@pytest.mark.usefixtures("quick_look")
def test_a_published_generation_that_cannot_be_opened_leaves_the_former_one_lent(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    generations = Generations(site.data_dir)
    assert lent_by(generations) == "000001-x"
    before = open_files()
    with caplog.at_level(logging.ERROR), generations.followed(lambda _: None):
        shutil.copytree(site.data_dir / "original", site.root / "000002-x")
        (site.root / "000002-x" / "knowledge.db").unlink()
        site.point_to("000002-x")
        assert settles(lambda: len(caplog.records), 1)
        time.sleep(0.2)
        assert lent_by(generations) == "000001-x"
        assert len(caplog.records) == 1
        assert "city-assistant ingest --rebuild" in caplog.text
        site.publish("000003-x")
        assert settles(lambda: lent_by(generations), "000003-x")
    assert settles_at(before)
    generations.close()


@pytest.mark.usefixtures("quick_look")
def test_a_generation_whose_preparing_fails_is_closed_and_the_former_one_lent(site: Site, closed: list[str]) -> None:
    generations = Generations(site.data_dir)
    assert lent_by(generations) == "000001-x"

    def fail(_: KnowledgeBase) -> None:
        raise RuntimeError("unforeseen")

    with generations.followed(fail):
        site.publish("000002-x")
        assert settles(lambda: closed, ["000002-x"])
        assert lent_by(generations) == "000001-x"
    generations.close()


@pytest.mark.usefixtures("quick_look")
def test_the_first_generation_is_lent_at_once_where_generations_are_followed(tmp_path: Path) -> None:
    site = Site(tmp_path)
    generations = Generations(tmp_path)
    with held_back(generations) as (_, may_end):
        with pytest.raises(NoGenerationError):
            lent_by(generations)
        site.publish("000001-x")
        assert lent_by(generations) == "000001-x"
        may_end.set()
    generations.close()


@pytest.mark.usefixtures("quick_look")
def test_both_sides_of_a_new_generation_are_prepared_and_one_side_once(site: Site) -> None:
    generations = Generations(site.data_dir)
    prepared: list[tuple[str, bool]] = []
    shutil.copytree(site.data_dir / "original", site.data_dir / "with_internal")
    shutil.copytree(site.data_dir / "original", site.data_dir / "with_internal" / "internal")
    with generations.lease() as first, generations.followed(lambda knowledge: prepared.append((knowledge.generation, knowledge is first))):
        site.publish("000002-x")
        assert settles(lambda: lent_by(generations), "000002-x")
        shutil.copytree(site.data_dir / "with_internal", site.root / "000003-x")
        site.point_to("000003-x")
        assert settles(lambda: lent_by(generations), "000003-x")
    assert [name for name, _ in prepared] == ["000002-x", "000003-x", "000003-x"]
    generations.close()


def test_taking_up_what_is_lent_already_does_nothing(site: Site) -> None:
    generations = Generations(site.data_dir)
    prepared: list[str] = []
    assert generations.take_up(lambda knowledge: prepared.append(knowledge.generation))
    assert not generations.take_up(lambda knowledge: prepared.append(knowledge.generation))
    assert prepared == ["000001-x"]
    generations.close()


def test_once_generations_are_no_longer_followed_a_lease_looks_for_itself(site: Site) -> None:
    generations = Generations(site.data_dir)
    with generations.followed(lambda _: None):
        assert lent_by(generations) == "000001-x"
    site.publish("000002-x")
    assert lent_by(generations) == "000002-x"
    generations.close()


@pytest.mark.usefixtures("quick_look")
def test_threads_that_ask_while_followed_generations_change_never_fail_or_wait(site: Site) -> None:
    generations = Generations(site.data_dir)
    done = Event()

    def ask() -> int:
        asked = 0
        while not done.is_set():
            with generations.lease() as knowledge:
                assert knowledge.search_vectors("一网统管", limit=1)
                assert knowledge.facts("target")
            asked += 1
        return asked

    with generations.followed(KnowledgeBase.check), ThreadPoolExecutor(4) as pool:
        threads = [pool.submit(ask) for _ in range(4)]
        for number in range(2, 8):
            site.publish(f"{number:06d}-x")
            assert settles(partial(lent_by, generations), f"{number:06d}-x")
        done.set()
        assert all(thread.result() > 0 for thread in threads)
    generations.close()
