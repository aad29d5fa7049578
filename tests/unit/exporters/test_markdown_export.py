"""The Markdown that a draft is sent on as."""

from __future__ import annotations

import pytest

from drafter.drafts.revision import Section
from drafter.exporters.markdown import markdown_document
from drafter.figures.period import Period
from drafter.writing.sections import SectionKey

SECTIONS = (
    Section(SectionKey.RESULTS, "业绩", "回款3085万元。"),
    Section(SectionKey.TEAM, "团队", "无变动。\n\n两人受训。"),
)


def test_a_title_then_the_sections():
    assert markdown_document("出口部", Period(2026, 10), SECTIONS) == (
        "# 出口部 · 2026-10\n\n## 业绩\n\n回款3085万元。\n\n## 团队\n\n无变动。\n\n两人受训。\n"
    )


@pytest.mark.parametrize(
    ("department", "title"),
    [
        ("", "# 2026-10"),
        ("R&D *East*", "# R&D \\*East\\* · 2026-10"),
        ("A\n# B", "# A \\# B · 2026-10"),
        ("<b>x</b>", "# \\<b\\>x\\</b\\> · 2026-10"),
    ],
)
def test_a_departments_name_is_no_markup(department, title):
    assert markdown_document(department, Period(2026, 10), SECTIONS).splitlines()[0] == title
