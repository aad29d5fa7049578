"""Whether the example that fits comes first: queries in a manager's words, and the sample months.

No industry filter is given, which is the hard case: the words alone must find the trade.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from drafter.evaluation.outcome import Outcome
from drafter.example_index import open_index
from drafter.figures.report import Report
from drafter.ports import ExampleIndex
from drafter.wiring import Drafter
from drafter.writing.sections import SectionKey


def score(folder: Path, drafter: Drafter) -> Iterator[Outcome]:
    cases = yaml.safe_load((folder / "cases.yaml").read_text(encoding="utf-8"))
    with TemporaryDirectory() as data:
        index = open_index(Path(data), drafter.settings.knowledge)
        for language, queries in cases.items():
            for case in queries:
                section = SectionKey(case["section"])
                yield _judged(index, case["query"], language, section, case["industry"], "queries")
        for sample in drafter.samples():
            query = _query(sample.report)
            for section in SectionKey:
                language = sample.report.language
                yield _judged(index, query, language, section, sample.industry, "sample months")
        index.close()


def _query(report: Report) -> str:
    """A month as a query: its department, measures, members and notes."""
    members = {member for figure in report.figures for member in figure.dimensions.values()}
    measures = {figure.measure for figure in report.figures}
    return " ".join([report.department, *sorted(measures), *sorted(members), report.notes])


def _judged(
    index: ExampleIndex, query: str, language: str, section: SectionKey, industry: str, source: str
) -> Outcome:
    found = index.search(query, language=language, section=section)
    places = [at for at, example in enumerate(found, start=1) if example.industry == industry]
    counts = {
        "queries": 1,
        "right_first": int(places[:1] == [1]),
        "right_among_three": int(bool(places)),
    }
    name = f"{source}, {industry} {section.value}"
    came = f"{industry} came in place {places[0]}" if places else f"{industry} was not found"
    faults = () if places[:1] == [1] else (f"{came}, first was {found[0].id}",)
    return Outcome(name, language, counts, source, faults)
