import pytest

from corpus.language.unit_lists import split_units


@pytest.mark.parametrize("separator", ["、", "，", ",", "；", ";", " ", "\n", "/", "。"])
def test_units_are_parted_by_what_documents_print_between_them(separator: str) -> None:
    assert split_units(f"市水务局{separator}市数据局") == ("市水务局", "市数据局")


@pytest.mark.parametrize(
    "ending", ["按职责分工负责", "按照职责分工负责", "分工负责", "负责", "牵头", "配合", "参与", "等按职责分工负责", "负责落实", "等"]
)
def test_the_words_that_say_how_work_is_shared_are_no_part_of_a_name(ending: str) -> None:
    assert split_units(f"市水务局、市数据局{ending}") == ("市水务局", "市数据局")


def test_brackets_around_the_list_are_left_out() -> None:
    assert split_units("（市水务局、市数据局）") == ("市水务局", "市数据局")


def test_a_unit_named_twice_is_one_unit_in_the_place_of_the_first() -> None:
    assert split_units("市水务局、市数据局、市水务局") == ("市水务局", "市数据局")


@pytest.mark.parametrize("regions", ["各区、县（市）人民政府", "各区县（市）政府", "各区、县(市)人民政府", "各区县政府", "各区政府"])
def test_all_districts_and_counties_are_one_name(regions: str) -> None:
    assert split_units(f"市水务局，{regions}按职责分工负责") == ("市水务局", regions)


@pytest.mark.parametrize("regions", ["各区、县（市）住房城乡建设局", "各区、县(市)教育局", "各区县农业农村局"])
def test_one_kind_of_bureau_of_all_districts_and_counties_is_one_name(regions: str) -> None:
    assert split_units(f"市水务局，{regions}分工负责") == ("市水务局", regions)


def test_a_bureau_after_all_districts_is_a_unit_of_its_own() -> None:
    assert split_units("各区、市数据局") == ("各区", "市数据局")


def test_etcetera_before_a_group_parts_the_named_unit_from_the_group() -> None:
    assert split_units("市水务局等市直各部门") == ("市水务局", "市直各部门")
    assert split_units("市水务局、市数据局等相关单位") == ("市水务局", "市数据局", "相关单位")


@pytest.mark.parametrize("name", ["市等级保护测评中心", "中国移动通信集团云川有限公司", "市住房和城乡建设局", "云川市发展和改革委员会"])
def test_a_name_that_holds_a_joining_word_stays_whole(name: str) -> None:
    assert split_units(f"市水务局、{name}") == ("市水务局", name)


@pytest.mark.parametrize("text", ["", "/", "  ", "、、"])
def test_an_empty_cell_names_nobody(text: str) -> None:
    assert split_units(text) == ()


@pytest.mark.parametrize(
    "name", ["各县（市、区）人民政府", "各县(市)政府", "市城管局(执法局)", "云川水务（集团）有限公司", "市水投集团（云川水务有限公司）"]
)
def test_brackets_inside_a_name_belong_to_it(name: str) -> None:
    assert split_units(f"市水务局、{name}、市数据局") == ("市水务局", name, "市数据局")
    assert split_units(f"（市水务局、{name}）") == ("市水务局", name)


def test_a_list_in_brackets_after_a_unit_is_a_list() -> None:
    assert split_units("市水务局（市数据局、市住建局配合）") == ("市水务局", "市数据局", "市住建局")


def test_so_many_departments_are_not_parted_from_the_one_that_is_named() -> None:
    assert split_units("市委宣传部等12部门、市数据局") == ("市委宣传部等12部门", "市数据局")


@pytest.mark.parametrize("tail", ["集团", "有限公司", "集团有限责任公司", "管理局", "委员会", "局"])
def test_a_name_broken_before_its_last_word_is_one_name(tail: str) -> None:
    assert split_units(f"市水务局 云川产权交易所\n{tail}") == ("市水务局", f"云川产权交易所{tail}")


def test_a_short_name_after_a_separator_or_with_a_word_of_its_own_starts_a_name() -> None:
    assert split_units("市水务局、集团") == ("市水务局", "集团")
    assert split_units("市水务局、 集团") == ("市水务局", "集团")
    assert split_units("市水务局 水务集团") == ("市水务局", "水务集团")
