"""Whatever a model says, what reaches a reader is what the documents say, as text."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from assistant.settings import AssistantSettings
from assistant.tool_server.server import ToolServer
from tests.assistant.generation.served_city import DAY, ENGLISH, OPEN, TARGET, assert_is_extract, said, served_city
from tests.assistant.generation.written_replies import sources_of
from tests.assistant.tool_server.conftest import call
from tests.scripted_model import MODEL, ChatRequest, Drips, Reply, Says

GOOD = "到2026年计划建成自动化泊位7个[BERTHS]。"
ARRIVES = "到2026年计划建成自动化泊位7个[1]。"
HELD = {"BERTHS": "泊位7个", "SHARE": "覆盖率达到75%", "PLATFORM": "船舶、货物", "TRAINED": "培训数据管理员150人"}


def words(text: str, request: ChatRequest) -> str:
    """`text` with the tokens of sources in place of what they hold."""
    for name, held in HELD.items():
        token = next((token for token, line in sources_of(request.prompt).items() if held in line), "S1")
        text = text.replace(name, token)
    return text


def saying(text: str, **how: Any) -> Callable[[ChatRequest], Reply]:
    return lambda request: Says(words(text, request), **how)


@pytest.mark.parametrize("mode", ["generative", "auto"])
def test_a_checked_answer_arrives_alike_in_every_way_of_asking(settings: AssistantSettings, mode: str) -> None:
    with served_city(settings, saying("数据共享平台汇聚船舶、货物、闸口数据[PLATFORM]。")) as city:
        answer = city.ask(OPEN, mode)
        assert (answer["answer"], answer["answered_by"]) == ("数据共享平台汇聚船舶、货物、闸口数据[1]。", MODEL)
        assert "船舶、货物、闸口数据" in answer["citations"][0]["quote"]
        assert answer["notices"] == []
        events = list(city.events(OPEN, mode))
        assert [name for name, _ in events] == ["status", "sentence", "citations", "done"]
        assert said(events[-1][1]) == said(answer)
        model = "city-assistant" if mode == "auto" else "city-assistant-generative"
        completed = city.complete(OPEN, model).json()
        assert said(completed["city_assistant"]) == said(answer)
        assert completed["choices"][0]["message"]["content"].startswith(answer["answer"])
        chunks = [line.removeprefix("data: ") for line in city.complete(OPEN, model, stream=True).text.splitlines() if line]
        pieces = [json.loads(chunk)["choices"][0]["delta"].get("content", "") for chunk in chunks[:-1]]
        assert "".join(pieces) == completed["choices"][0]["message"]["content"]
        tool = call(ToolServer(city.session), "ask", question=OPEN, as_of=DAY).structured_content
        assert tool is not None
        assert said(tool) == said(answer)


def test_the_model_is_named_where_it_can_be_asked(settings: AssistantSettings) -> None:
    with served_city(settings, Says("")) as city:
        assert city.client.get("/api/site").json()["model"] == MODEL
        assert "city-assistant-generative" in {model["id"] for model in city.client.get("/v1/models").json()["data"]}
        city.ask(TARGET, "extractive")
        assert city.ask(TARGET, "auto")["answered_by"] == "extractive"
        assert city.model.requests == []


@pytest.mark.parametrize(
    "reply",
    [
        "到2026年计划建成自动化泊位7个。",
        "到2026年计划建成自动化泊位7个[S99]。",
        "到2026年计划建成自动化泊位7个[1]。",
        "到2026年计划建成自动化泊位12个[BERTHS]。",
        "到2026年计划建成自动化泊位7万个[BERTHS]。",
        "到2025年计划建成自动化泊位7个[BERTHS]。",
        "到2026年计划建成自动化泊位至少7个[BERTHS]。",
        "到2026年由市公安局建成自动化泊位7个[BERTHS]。",
        "Seven automated berths are to be built by 2026 [BERTHS].",
        "<script>alert(1)</script>" + GOOD,
        "<img src=x onerror=alert(1)>" + GOOD,
        "到2026年计划建成<b>自动化泊位7个</b>[BERTHS]。",
        "![图](http://www.example.org/x.png)" + GOOD,
        "[详情](https://www.example.org)" + GOOD,
        "[详情](/static/x)" + GOOD,
        "到2026年计划建成自动化泊位7个，见 www.example.org[BERTHS]。",
        " \n" * 50_000,
        "答：<think>想一想</think>" + GOOD,
        "| 年份 | 泊位 |\n|---|---|\n| 2026年 | 自动化泊位7个[BERTHS] |",
        "抱歉，我无法回答。",
        "[S1][S2][S3]",
    ],
)
def test_a_reply_that_does_not_hold_gives_way_to_the_extract(settings: AssistantSettings, reply: str) -> None:
    with served_city(settings, saying(reply)) as city:
        assert_is_extract(city, TARGET, city.ask(TARGET), "unsupported")


def test_a_chinese_reply_to_an_english_question_gives_way_to_the_extract(settings: AssistantSettings) -> None:
    with served_city(settings, saying(GOOD), saying("By 2026, 7 automated berths will be built [BERTHS].")) as city:
        assert_is_extract(city, ENGLISH, city.ask(ENGLISH), "unsupported")
        answer = city.ask(ENGLISH)
        assert (answer["answered_by"], answer["language"]) == (MODEL, "en")
        assert answer["answer"] == "By 2026, 7 automated berths will be built[1]."


@pytest.mark.parametrize("reply", ["是的，到2026年培训数据管理员800人[TRAINED]。", "到2026年将培训800人[TRAINED]，共150人。"])
def test_a_figure_of_the_question_is_no_figure_of_the_documents(settings: AssistantSettings, reply: str) -> None:
    question = "到2026年要培训数据管理员800人，对吗？"
    with served_city(settings, saying(reply)) as city:
        answer = city.ask(question)
        assert reply.partition("[")[0] not in answer["answer"]
        assert answer["answer"] == city.ask(question, "extractive")["answer"]
        assert "150人" in answer["answer"]


@pytest.mark.parametrize(
    ("reply", "arrives"),
    [
        ("到2026年计划建成自动化泊位7个[1][BERTHS]。", ARRIVES),
        ("到2026年计划建成自动化泊位7个[S99][BERTHS]。", ARRIVES),
        ("## 答复\n**到2026年计划建成自动化泊位7个**[BERTHS]。", ARRIVES),
        (
            "- 到2026年，建成自动化泊位7个[BERTHS]\n- 到2026年，港口岸电覆盖率达到75%[SHARE]",
            "- 到2026年，建成自动化泊位7个[1]\n- 到2026年，港口岸电覆盖率达到75%[2]",
        ),
        (f"根据我的知识，泊位很多。{GOOD}市公安局牵头[BERTHS]。", ARRIVES),
        (f"{GOOD}到2026年建成自动化泊位9个[BERTHS]。", ARRIVES),
        (GOOD * 5000, ARRIVES),
        (f"<think>资料说市公安局牵头[BERTHS]。</think>\n{GOOD}", ARRIVES),
        (f"```\n{GOOD}\n```", ARRIVES),
    ],
)
def test_what_holds_of_a_reply_arrives(settings: AssistantSettings, reply: str, arrives: str) -> None:
    with served_city(settings, saying(reply)) as city:
        answer = city.ask(TARGET)
        assert (answer["answer"], answer["answered_by"]) == (arrives, MODEL)
        assert len(answer["citations"]) == arrives.count("[")
        assert "<script" not in answer["html"]
        sentences = [data["text"] for name, data in city.events(TARGET) if name == "sentence"]
        assert "".join(sentences) == arrives


@pytest.mark.parametrize(
    "reply", [saying("到" * 100_000, pieces=1000), saying(GOOD * 5000, pieces=1000), lambda request: Drips(words(GOOD, request), pause=0)]
)
def test_a_reply_without_end_is_bounded(settings: AssistantSettings, reply: Callable[[ChatRequest], Reply]) -> None:
    with served_city(settings, reply, seconds=5) as city:
        assert len(city.ask(TARGET)["answer"]) <= len(ARRIVES)


def test_words_to_a_model_in_a_document_do_not_reach_it(settings: AssistantSettings) -> None:
    def obeys(request: ChatRequest) -> Reply:
        sources = sources_of(request.prompt)
        ordered = next((token for token, line in sources.items() if "忽略以上" in line or "100万" in line), None)
        return Says(f"全部补贴为100万元，详见www.example.com[{ordered}]。" if ordered else "每家企业最高补贴50万元[S1]。")

    with served_city(settings, obeys) as city:
        for question in (
            "采购岸电设备的企业最高能拿多少补贴？",
            "港口企业的补贴一共是多少？",
            "全部补贴为多少万元？",
            "企业补贴有什么指令？",
        ):
            answer = city.ask(question)
            told = "\n".join(sources_of(city.model.requests[-1].prompt).values())
            assert "忽略以上" not in city.model.requests[-1].prompt
            assert "100万" not in told
            if answer["answered_by"] == MODEL:
                assert answer["answer"].startswith("每家企业最高补贴50万元[1]。")
                assert "example.com" not in answer["answer"]
