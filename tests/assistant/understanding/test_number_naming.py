"""The numbers by which a question calls documents."""

from assistant.understanding.number_naming import is_called, numbers_named, plain_number


def test_numbers_without_a_series_are_of_the_one_named_before() -> None:
    assert list(numbers_named("引了三份国发〔2015〕的文件，28号、40号")) == ["引了三份国发〔2015〕28号", "引了三份国发〔2015〕40号"]


def test_a_number_before_any_series_names_no_document() -> None:
    assert list(numbers_named("0344号答复里，28号文")) == []


def test_a_line_or_a_building_has_no_document_number() -> None:
    assert list(numbers_named("岚政发〔2025〕3号里的地铁6号线")) == ["岚政发〔2025〕3号"]


def test_brackets_and_white_space_do_not_count() -> None:
    assert is_called("依据的国发[2015]第28号", "国发〔2015〕 28 号")
    assert is_called("国发（2015）28号是什么", "国发〔2015〕28号")
    assert not is_called("国发〔2015〕128号", "国发〔2015〕28号")
    assert not is_called("国发〔2016〕28号", "国发〔2015〕28号")


def test_plain_number_leaves_out_what_is_printed_one_way_or_the_other() -> None:
    assert plain_number("国发 [2015] 第028号") == "国发〔2015〕28号"
