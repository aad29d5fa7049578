"""The sample months that travel with the program."""

from __future__ import annotations

import pytest

from drafter.errors import NotFound
from drafter.figures.report import LANGUAGES
from drafter.settings import bundled_folder
from drafter.workflows.list_samples import ListSamples


@pytest.fixture
def samples() -> ListSamples:
    return ListSamples(bundled_folder("knowledge"))


def test_every_sample_is_a_month_with_its_table_and_notes(samples):
    found = samples()
    assert len(found) >= 8
    for sample in found:
        assert sample.report.period is not None
        assert sample.report.figures
        assert sample.notes.strip()
        assert sample.files
        assert sample.industry
        assert sample.about
        assert samples.named(sample.name) == sample


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_four_and_one_to_show_first(samples, language):
    own = [sample for sample in samples() if sample.report.language == language]
    assert len(own) >= 4
    assert samples.for_demo(language) in own


@pytest.mark.parametrize("name", ["nothing", "", ".", "..", "../samples/en-pharma", "/etc"])
def test_a_name_that_is_none_is_refused(samples, name):
    with pytest.raises(NotFound):
        samples.named(name)


def test_a_house_without_samples_has_none(tmp_path):
    assert ListSamples(tmp_path)() == ()
    with pytest.raises(NotFound):
        ListSamples(tmp_path).for_demo("en")


def test_a_sample_may_say_nothing_of_itself(tmp_path, samples):
    folder = tmp_path / "samples" / "plain"
    folder.mkdir(parents=True)
    bundled = bundled_folder("knowledge") / "samples" / samples()[0].name / "report.json"
    (folder / "report.json").write_bytes(bundled.read_bytes())
    [plain] = ListSamples(tmp_path)()
    assert (plain.files, plain.notes, plain.about, plain.for_demo) == ((), "", "", False)
