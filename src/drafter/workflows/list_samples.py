"""The sample months that travel with the program: realistic, invented, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drafter.errors import NotFound
from drafter.figures.document import load_json, parse_report
from drafter.figures.report import Report
from drafter.ports import UploadedFile

NOTES = "notes.txt"
DOCUMENT = "report.json"


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample month: `files` are its tables as a person hands them in, `notes` what they paste."""

    name: str
    report: Report
    files: tuple[UploadedFile, ...]
    notes: str


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

    def named(self, name: str) -> Sample:
        """One sample; NotFound."""
        folder = self.folder / "samples" / name
        if Path(name).name != name or not (folder / DOCUMENT).is_file():
            raise NotFound("sample month", name)
        return _sample(folder)


def _sample(folder: Path) -> Sample:
    files = (path for path in sorted(folder.iterdir()) if path.name not in (NOTES, DOCUMENT))
    notes = folder / NOTES
    return Sample(
        folder.name,
        parse_report(load_json((folder / DOCUMENT).read_text(encoding="utf-8"))),
        tuple(UploadedFile(path.name, path.read_bytes()) for path in files if path.is_file()),
        notes.read_text(encoding="utf-8") if notes.is_file() else "",
    )
