"""Settings come from the environment, and a wrong one is named."""

from pathlib import Path

import pytest

from assistant.settings import AssistantSettings
from corpus.errors import ConfigurationError


def test_app_database_lies_in_the_data_folder_unless_a_url_is_given(tmp_path: Path) -> None:
    assert AssistantSettings.load(data_dir=tmp_path).database_url == f"sqlite:///{tmp_path}/app.db"
    assert AssistantSettings.load(app_database_url="postgresql://db/app").database_url == "postgresql://db/app"


def test_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "9000")
    monkeypatch.setenv("CONTACT", "市数据局 024-00000000")
    settings = AssistantSettings.load()
    assert (settings.port, settings.contact) == (9000, "市数据局 024-00000000")


def test_empty_variable_counts_as_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "")
    monkeypatch.setenv("CONTACT", "")
    settings = AssistantSettings.load()
    assert (settings.port, settings.contact) == (8000, None)


@pytest.mark.parametrize(
    ("name", "value"), [("PORT", "http"), ("PORT", "70000"), ("CONVERSATION_RETENTION_DAYS", "0"), ("ROOT_PATH", "assistant/")]
)
def test_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match=name):
        AssistantSettings.load()


@pytest.mark.parametrize("path", ["assistant", "/assistant/", "/", "/a b", "//a"])
def test_wrong_root_path_is_told_in_words(path: str) -> None:
    with pytest.raises(ConfigurationError, match=r"ROOT_PATH: a path begins with / .* write it as /assistant\."):
        AssistantSettings.load(root_path=path, _env_file=None)
    assert AssistantSettings.load(root_path="/city/assistant", _env_file=None).root_path == "/city/assistant"


@pytest.mark.parametrize("origin", ["*", "www.example.org", "https://www.example.org/page", "https://*.example.org", "ftp://example.org"])
def test_an_origin_of_the_widget_is_a_scheme_and_a_host(origin: str) -> None:
    with pytest.raises(ConfigurationError, match="WIDGET_ORIGINS"):
        AssistantSettings.load(_env_file=None, widget_origins=f"https://a.example.org,{origin}")


def test_origins_of_the_widget_are_told_apart_by_commas() -> None:
    assert AssistantSettings.load(_env_file=None).origins_of_widget == ()
    given = AssistantSettings.load(_env_file=None, widget_origins="https://a.example.org, http://b.example.org:8080 ,")
    assert given.origins_of_widget == ("https://a.example.org", "http://b.example.org:8080")


def test_origins_of_the_widget_are_those_that_browsers_send() -> None:
    given = AssistantSettings.load(
        _env_file=None, widget_origins="https://WWW.Example.org:443,http://a.example.org:80,http://a.example.org:443"
    )
    assert given.origins_of_widget == ("https://www.example.org", "http://a.example.org", "http://a.example.org:443")


@pytest.mark.parametrize("given", [{"llm_base_url": "http://127.0.0.1:1/v1"}, {"llm_api_key": "geheim"}])
def test_an_address_or_a_key_needs_the_name_of_a_model(given: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError, match=r"LLM_MODEL: LLM_BASE_URL and LLM_API_KEY need LLM_MODEL"):
        AssistantSettings.load(_env_file=None, **given)
    assert AssistantSettings.load(_env_file=None, llm_model="m", **given).llm_model == "m"


def test_the_key_is_not_printed() -> None:
    assert "geheim" not in repr(AssistantSettings.load(_env_file=None, llm_model="m", llm_api_key="geheim"))


def test_proxies_are_addresses_or_networks() -> None:
    given = AssistantSettings.load(_env_file=None, trusted_proxies="10.0.0.5, 192.168.0.0/16,2001:db8::/32 ,")
    assert given.trusted_addresses == ["10.0.0.5", "192.168.0.0/16", "2001:db8::/32"]


@pytest.mark.parametrize("proxy", ["*", "proxy.example.org", "10.0.0.5/8", "10.0.0.300", "10.0.0.5:80"])
def test_a_proxy_that_nothing_can_be_compared_with_is_refused(proxy: str) -> None:
    with pytest.raises(ConfigurationError, match="TRUSTED_PROXIES"):
        AssistantSettings.load(_env_file=None, trusted_proxies=f"127.0.0.1,{proxy}")


def test_questions_a_minute_are_a_number_from_nought_on() -> None:
    for wrong in (-1, "many", 1.5):
        with pytest.raises(ConfigurationError, match="QUESTIONS_PER_MINUTE"):
            AssistantSettings.load(_env_file=None, questions_per_minute=wrong)
