from corpus.index.entry import Entry, Hit, best_first


def test_greater_scores_come_first_and_equal_scores_go_by_id() -> None:
    hits = [Hit(9, 1.0), Hit(4, 2.0), Hit(2, 1.0)]
    assert best_first(hits) == [Hit(4, 2.0), Hit(2, 1.0), Hit(9, 1.0)]


def test_an_entry_is_embedded_with_its_context() -> None:
    assert Entry(0, "passage", "d", "d:0", "建设机房", "数据计划").embedded_text == "数据计划\n建设机房"


def test_an_entry_without_context_is_embedded_as_its_text() -> None:
    assert Entry(0, "passage", "d", "d:0", "建设机房", "").embedded_text == "建设机房"
