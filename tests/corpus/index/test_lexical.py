import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import pytest

from corpus.errors import KnowledgeError, MismatchError
from corpus.index.entry import Entry, Hit
from corpus.index.lexical import LexicalIndex, write_lexical_index
from corpus.language.terms import terms_of


def entry(number: int, text: str, context: str = "", *, kind: str = "passage", document_id: str = "a") -> Entry:
    return Entry(number, kind, document_id, f"{document_id}:{number}", text, context)


def index_of(folder: Path, entries: Sequence[Entry]) -> LexicalIndex:
    write_lexical_index(folder / "lexical", entries)
    return LexicalIndex(folder / "lexical")


def weights(text: str) -> dict[str, float]:
    return dict.fromkeys(terms_of(text), 1.0)


def ids(hits: Sequence[Hit]) -> list[int]:
    return [hit.id for hit in hits]


def test_an_entry_is_found_by_terms_of_its_text(tmp_path: Path) -> None:
    index = index_of(tmp_path, [entry(0, "建设新型数据基础设施"), entry(1, "发展智慧农业")])
    assert ids(index.search(weights("数据设施"))) == [0]


def test_width_case_and_spaces_in_print_do_not_hide_an_entry(tmp_path: Path) -> None:
    index = index_of(tmp_path, [entry(0, "推广 ５Ｇ 应 用，算力达 600P")])
    assert ids(index.search(weights("5g应用"))) == [0]


def test_characters_beyond_the_basic_plane_are_searched(tmp_path: Path) -> None:
    index = index_of(tmp_path, [entry(0, "改造𠮷林路街区"), entry(1, "改造吉林路街区")])
    assert ids(index.search(weights("𠮷林"))) == [0]


def test_text_counts_more_than_context(tmp_path: Path) -> None:
    index = index_of(tmp_path, [entry(0, "发展农业", "数据交易"), entry(1, "数据交易", "发展农业")])
    assert ids(index.search(weights("数据交易"))) == [1, 0]


def test_context_weight_nought_leaves_the_context_out(tmp_path: Path) -> None:
    index = index_of(tmp_path, [entry(0, "发展农业", "数据交易")])
    assert index.search(weights("数据交易"), context_weight=0.0) == []


def test_context_weight_scales_what_the_context_adds(tmp_path: Path) -> None:
    index = index_of(tmp_path, [entry(0, "发展农业", "数据交易"), entry(1, "农产品", "气象服务")])
    half, whole = (index.search(weights("数据交易"), context_weight=weight)[0].score for weight in (0.5, 1.0))
    assert half == pytest.approx(whole / 2)


def test_a_heavier_term_decides(tmp_path: Path) -> None:
    index = index_of(tmp_path, [entry(0, "交通"), entry(1, "医疗")])
    assert ids(index.search({"交通": 1.0, "医疗": 3.0})) == [1, 0]
    assert ids(index.search({"交通": 3.0, "医疗": 1.0})) == [0, 1]


def test_a_term_without_weight_finds_nothing(tmp_path: Path) -> None:
    index = index_of(tmp_path, [entry(0, "交通")])
    assert index.search({"交通": 0.0}) == []
    assert index.search({}) == []


def test_rare_terms_count_more_than_common_ones(tmp_path: Path) -> None:
    entries = [entry(number, "数据") for number in range(20)] + [entry(20, "算力")]
    assert ids(index_of(tmp_path, entries).search({"数据": 1.0, "算力": 1.0}, limit=1)) == [20]


def test_kinds_and_documents_filter_without_changing_scores(tmp_path: Path) -> None:
    entries = [
        entry(0, "数据交易", kind="passage", document_id="a"),
        entry(1, "数据交易", kind="target", document_id="a"),
        entry(2, "数据交易", kind="target", document_id="b"),
    ]
    index = index_of(tmp_path, entries)
    score = {hit.id: hit.score for hit in index.search(weights("数据交易"))}
    assert ids(index.search(weights("数据交易"), kinds=("target",))) == [1, 2]
    assert ids(index.search(weights("数据交易"), kinds=("target", "passage"), document_ids=("a",))) == [0, 1]
    assert index.search(weights("数据交易"), kinds=("target",), document_ids=("b",)) == [Hit(2, score[2])]
    assert index.search(weights("数据交易"), document_ids=("c",)) == []


def test_equal_scores_go_by_id_also_where_the_limit_cuts(tmp_path: Path) -> None:
    entries = [entry(number, "数据交易") for number in range(300)]
    index = index_of(tmp_path, list(reversed(entries)))
    assert ids(index.search(weights("数据交易"), limit=7)) == list(range(7))
    assert ids(index.search(weights("数据交易"), limit=300)) == list(range(300))


def test_limit_bounds_the_hits(tmp_path: Path) -> None:
    index = index_of(tmp_path, [entry(number, "数据") for number in range(5)])
    assert len(index.search({"数据": 1.0}, limit=3)) == 3
    assert index.search({"数据": 1.0}, limit=0) == []


def test_document_frequency_counts_entries_with_the_term_in_their_text(tmp_path: Path) -> None:
    index = index_of(tmp_path, [entry(0, "数据 数据"), entry(1, "数据"), entry(2, "农业", "数据")])
    assert index.document_frequency("数据") == 2
    assert index.document_frequency("没有") == 0


def test_count_is_the_number_of_entries(tmp_path: Path) -> None:
    assert index_of(tmp_path, [entry(number, "数据") for number in range(5)]).count == 5


def test_a_folder_without_index_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(MismatchError, match="city-assistant ingest --rebuild"):
        LexicalIndex(tmp_path)


def test_a_folder_that_cannot_be_written_to_is_named_and_no_rebuild_advised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(KnowledgeError, match="cannot be written to") as refused:
        LexicalIndex(tmp_path)
    assert "--rebuild" not in str(refused.value)


def test_half_of_the_searches_over_thousands_of_entries_take_less_than_a_millisecond(tmp_path: Path) -> None:
    words = "数据要素交易平台建设运营医疗健康交通运输气象服务农业农村工业制造城市治理绿色低碳科技创新文化旅游"
    entries = [
        entry(n, "".join(words[(n * 7 + k * (1 + n % 5)) % len(words)] for k in range(90)), words[n % 40 :][:8]) for n in range(4_000)
    ]
    index = index_of(tmp_path, entries)
    question = weights("医疗健康数据平台由哪些部门建设")
    taken = []
    for _ in range(200):
        begun = time.perf_counter()
        index.search(question)
        taken.append(time.perf_counter() - begun)
    assert median(taken) < 0.001
