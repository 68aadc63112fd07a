from pathlib import Path

import pytest

from ingest.readers.docx import read_docx
from tests.ingest.docx_file import p, r, write_docx

BODY = "".join(p(f"各单位要完善水务数据制度，落实第{number}项任务。") for number in range(5))
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:styleId="big"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="44"/></w:rPr></w:style>'
)


CENTRED = '<w:jc w:val="center"/>'
LARGE = '<w:sz w:val="44"/>'


def line(text: str, size: int = 44, alignment: str = "center") -> str:
    run = r(text, f'<w:sz w:val="{size}"/>')
    return f'<w:p><w:pPr><w:jc w:val="{alignment}"/></w:pPr>{run}</w:p>'


def first_lines(tmp_path: Path, body: str, count: int = 2) -> list[str]:
    return read_docx(write_docx(tmp_path / "a.docx", body + BODY, styles=STYLES), "a.docx").text.splitlines()[:count]


def test_lines_set_large_and_in_the_middle_are_one_title(tmp_path: Path) -> None:
    body = line("云川市人民政府文件", 72) + p("云政发〔2024〕5号") + line("云川市人民政府") + line("关于印发节水计划的通知")
    assert first_lines(tmp_path, body, 3) == ["# 云川市人民政府文件", "云政发〔2024〕5号", "# 云川市人民政府关于印发节水计划的通知"]


def test_the_size_may_come_from_a_style(tmp_path: Path) -> None:
    assert first_lines(tmp_path, p("云川市节水计划", '<w:pStyle w:val="big"/>'), 1) == ["# 云川市节水计划"]


@pytest.mark.parametrize(
    "body",
    [
        line("云川市节水计划", 32),
        line("云川市节水计划", 44, "left"),
        line("第一章　总则"),
        line("本计划由云川市水务局负责解释。"),
        line("2024"),
        line("水" * 41),
        "<w:p><w:pPr>" + CENTRED + "</w:pPr>" + r("云川市", LARGE) + r("节水计划") + "</w:p>",
    ],
    ids=["small", "left", "numbered", "sentence", "figure", "long", "partly"],
)
def test_other_lines_are_text(tmp_path: Path, body: str) -> None:
    assert not first_lines(tmp_path, body, 1)[0].startswith("#")


def test_a_file_of_large_print_alone_has_no_title(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "a.docx", line("云川市节水计划") * 3, styles=STYLES)
    assert "#" not in read_docx(path, "a.docx").text
