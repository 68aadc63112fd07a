"""Settings of the answering side; each can be given as an environment variable or in a .env file."""

import re
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Self

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import SettingsConfigDict

from corpus.errors import ConfigurationError
from corpus.settings import CorpusSettings


def _origins(text: str) -> str:
    wrong = [origin for origin in text.split(",") if origin.strip() and not re.fullmatch(r"https?://[^/\s*]+", origin.strip())]
    if wrong:
        raise ValueError(f"an origin is a scheme and a host without a path, such as https://www.example.org; {wrong[0].strip()!r} is none")
    return text


def _networks(text: str) -> str:
    for network in filter(None, (part.strip() for part in text.split(","))):
        try:
            ip_network(network)
        except ValueError:
            raise ValueError(
                f"{network!r} is neither an address nor a network: write 10.0.0.5 or 10.0.0.0/8, with commas between"
            ) from None
    return text


def _public_path(path: str) -> str:
    if not re.fullmatch(r"(/[^/\s]+)*", path):
        raise ValueError("a path begins with / and does not end with one, has no spaces and no //; write it as /assistant")
    return path


class AssistantSettings(CorpusSettings):
    """Where the assistant listens, what it keeps and for how long, and whom it names when it cannot answer.

    Use `AssistantSettings.load()` to get a ConfigurationError that names the wrong setting.
    """

    model_config = SettingsConfigDict(env_ignore_empty=True)

    host: str = Field(default="127.0.0.1", description="Address the server listens on; 0.0.0.0 for every network of the machine")
    port: int = Field(default=8000, ge=1, le=65535, description="Port the server listens on")
    root_path: Annotated[str, AfterValidator(_public_path)] = Field(
        default="", description="Path under which a proxy publishes the server, such as /assistant"
    )
    app_database_url: str = Field(
        default="",
        description="SQLAlchemy URL for conversations, answers, feedback, keys, decisions on documents and the audit log; empty: app.db in DATA_DIR",
    )
    conversation_retention_days: int = Field(
        default=90, ge=1, description="Days after its last question at which a conversation is deleted"
    )
    contact: str | None = Field(
        default=None, description="Whom to ask when the documents do not answer: an office, a telephone number, an address"
    )
    widget_origins: Annotated[str, AfterValidator(_origins)] = Field(
        default="", description="Origins of the pages that may show the widget, with commas between them: https://www.example.org"
    )
    trusted_proxies: Annotated[str, AfterValidator(_networks)] = Field(
        default="127.0.0.1,::1",
        description="Addresses or networks of the proxies in front, with commas between them: what they say of client and scheme is believed",
    )
    questions_per_minute: int = Field(
        default=600,
        ge=0,
        description="Questions a minute from one address; ten times as many look-ups, and of either with a key; 0: no limit",
    )
    max_upload_mb: int = Field(default=100, ge=1, le=10_000, description="Largest file that can be handed in on the admin page, in MiB")
    privacy_note: str | None = Field(default=None, description="Line on privacy that the widget shows below its question box")
    max_question_characters: int = Field(default=2000, ge=1, description="Longest question that is accepted")
    llm_model: str = Field(default="", description="Name of the language model that words answers; empty: none, answers are extracts")
    llm_base_url: str = Field(default="", description="Address of a server that speaks OpenAI's protocol, such as http://127.0.0.1:8080/v1")
    llm_api_key: SecretStr | None = Field(default=None, description="Key for the language model, where its server asks for one")
    llm_provider: str = Field(
        default="openai",
        description="LangChain's name of the provider; for others than openai install its package, such as langchain-anthropic",
    )
    llm_timeout_seconds: float = Field(default=30.0, gt=0, description="Seconds after which an answer goes out without the language model")
    llm_evidence_tokens: int = Field(default=3000, ge=200, description="Most tokens of evidence that are sent to the language model")

    @model_validator(mode="after")
    def _model_is_named(self) -> Self:
        if (self.llm_base_url or self.llm_api_key) and not self.llm_model:
            raise ValueError("LLM_BASE_URL and LLM_API_KEY need LLM_MODEL, the name of the model to ask")
        return self

    @classmethod
    def load(cls, **given: object) -> Self:
        """The settings of this process; `given` go before environment and .env. Raises ConfigurationError naming each wrong setting."""
        try:
            return cls(**given)  # type: ignore[arg-type]
        except ValidationError as error:
            wrong = "; ".join(
                f"{'.'.join(map(str, item['loc'])).upper() or 'LLM_MODEL'}: {item['msg'].removeprefix('Value error, ')}"
                for item in error.errors()
            )
            raise ConfigurationError(f"Wrong setting. {wrong}. Correct it in the environment or in .env.") from None

    @property
    def origins_of_widget(self) -> tuple[str, ...]:
        """The origins whose pages may show the widget, as browsers send them: in lower case, without the port that goes without saying."""
        given = (origin.strip().lower() for origin in self.widget_origins.split(","))
        return tuple(origin.removesuffix(":443" if origin.startswith("https:") else ":80") for origin in given if origin)

    @property
    def trusted_addresses(self) -> list[str]:
        """The addresses and networks of the proxies in front."""
        return [part.strip() for part in self.trusted_proxies.split(",") if part.strip()]

    @property
    def database_url(self) -> str:
        """The URL of app.db."""
        return self.app_database_url or f"sqlite:///{(Path(self.data_dir) / 'app.db').absolute()}"
