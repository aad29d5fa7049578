"""The sample months that travel with the program: realistic, invented, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drafter.errors import NotFound
from drafter.figures.document import load_json, parse_report
from drafter.figures.report import LanguageCode, Report
from drafter.ports import UploadedFile

NOTES = "notes.txt"
DOCUMENT = "report.json"
ABOUT = "about.md"


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample month: `files` are its tables as a person hands them in, `notes` what they paste.

    `about` says in a few sentences what the month shows; `for_demo` marks its language's showpiece.
    """

    name: str
    report: Report
    files: tuple[UploadedFile, ...]
    notes: str
    industry: str = ""
    about: str = ""
    for_demo: bool = False


@dataclass(frozen=True, slots=True)
class ListSamples:
    folder: Path

    def __call__(self) -> tuple[Sample, ...]:
        """All samples by name; none when the knowledge folder holds none."""
        samples = self.folder / "samples"
        if not samples.is_dir():
            return ()
        folders = (path for path in samples.iterdir() if (path / DOCUMENT).is_file())
        return tuple(_sample(path) for path in sorted(folders))

    def for_demo(self, language: LanguageCode) -> Sample:
        """The sample that is shown first in that language; NotFound."""
        for sample in self():
            if sample.for_demo and sample.report.language == language:
                return sample
        raise NotFound("sample month for a demonstration in", language)

    def named(self, name: str) -> Sample:
        """One sample; NotFound."""
        folder = self.folder / "samples" / name
        if Path(name).name != name or not (folder / DOCUMENT).is_file():
            raise NotFound("sample month", name)
        return _sample(folder)


def _sample(folder: Path) -> Sample:
    about, facts = _about(folder / ABOUT)
    notes = folder / NOTES
    tables = (
        path for path in sorted(folder.iterdir()) if path.name not in (NOTES, DOCUMENT, ABOUT)
    )
    return Sample(
        name=folder.name,
        report=parse_report(load_json((folder / DOCUMENT).read_text(encoding="utf-8"))),
        files=tuple(
            UploadedFile(path.name, path.read_bytes()) for path in tables if path.is_file()
        ),
        notes=notes.read_text(encoding="utf-8") if notes.is_file() else "",
        industry=facts.get("industry", ""),
        about=about,
        for_demo=facts.get("demo") == "true",
    )


def _about(path: Path) -> tuple[str, dict[str, str]]:
    """What is said of a sample, and the single facts in the block before it (`name: value`)."""
    if not path.is_file():
        return "", {}
    _, _, rest = path.read_text(encoding="utf-8").partition("---\n")
    facts, _, text = rest.partition("\n---\n")
    lines = (line.partition(": ") for line in facts.splitlines() if not line.startswith(("-", " ")))
    return text.strip(), {name: value.strip() for name, _, value in lines}
