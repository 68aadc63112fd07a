import pytest

from ingest.broken_titles import continues_title


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("云川市推进水务数字化", "转型行动计划"),
        ("关于印发云川市智慧水务行动计划", "（2024-2026年）的通知"),
        ("云川市人民政府关于印发云川市智慧水务行动计划", "的通知"),
        ("关于研究智慧水务建设有关工作的", "会议纪要"),
        ("关于对市政协十四届三次会议第0123号", "提案的答复"),
        ("云川市人民政府", "关于印发云川市智慧水务行动计划"),
    ],
)
def test_a_title_set_in_lines_goes_on(before: str, after: str) -> None:
    assert continues_title(before, after, apart=False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("关于加强节水工作的通知", "云川市智慧水务行动计划"),
        ("关于加强节水工作的意见", "各单位的通知"),
        ("关于印发云川市智慧水务行动计划", "各区、县（市）人民政府："),
        ("云水发〔2024〕7号", "云川市智慧水务行动计划"),
        ("云川市水务局文件", "关于加强节水工作的通知"),
        ("一、总体要求", "智慧水务行动计划"),
        ("关于节水工作", "一、完善制度的通知"),
    ],
)
def test_what_is_whole_does_not(before: str, after: str) -> None:
    assert not continues_title(before, after, apart=False)


def test_an_issuer_apart_from_a_title_is_a_letterhead() -> None:
    assert not continues_title("云川市人民政府", "关于加强节水工作的意见", apart=True)
