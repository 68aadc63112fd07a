import subprocess
import sys
from pathlib import Path

from corpus.knowledge.generation_use import GenerationUse, unused


def test_a_generation_is_in_use_until_the_last_use_ends(tmp_path: Path) -> None:
    (tmp_path / "build.json").touch()
    first, second = GenerationUse(tmp_path), GenerationUse(tmp_path)
    for use in (first, second):
        with unused(tmp_path) as free:
            assert not free
        use.end()
        use.end()
    with unused(tmp_path) as free:
        assert free


def test_another_process_sees_the_use(tmp_path: Path) -> None:
    (tmp_path / "build.json").touch()
    use = GenerationUse(tmp_path)
    script = f"""
from pathlib import Path
from corpus.knowledge.generation_use import unused
with unused(Path({str(tmp_path)!r})) as free:
    print(free)
"""

    def seen() -> str:
        return subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=60).stdout.strip()

    assert seen() == "False"
    use.end()
    assert seen() == "True"


def test_a_folder_without_record_is_not_in_use(tmp_path: Path) -> None:
    GenerationUse(tmp_path).end()
    with unused(tmp_path) as free:
        assert free
