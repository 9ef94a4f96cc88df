"""How the team words its conditions and key concepts, like beside like: to show to all, and to correct (M73, M79).

Nowhere in it is told who gave a wording. What was found in the Power Walk lies beside it, because the frame is written
from both (M63).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.documents.frame.walk_for_frame import WalkFindings, walk_findings
from pipeline.forms.grouped_wordings import GROUPED_WORDINGS, HIGHEST_NUMBER
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.records import TeamYear
from pipeline.ttr.wordings import TeamWordings, WordingGroup

CONDITIONS, CONCEPTS = (sheet.key for sheet in GROUPED_WORDINGS.sheets)

_SAID = ("number", "heading", "count", "others", "total", "apart")
_TABS = {
    CONDITIONS: "forms.grouped_wordings.overview.tab",
    CONCEPTS: "forms.grouped_wordings.concepts_overview.tab",
}
_SPARE_NUMBERS = 10


@dataclass(frozen=True, slots=True)
class WordingOverview:
    """Conditions or key concepts on a sheet for all to see; `sheet` is the key of the form's sheet that it counts.

    `given` tells how many gave something, `how` how a wording comes to another group.
    """

    sheet: str
    tab: str
    title: str
    given: str
    how: str
    groups: tuple[WordingGroup, ...]

    @property
    def numbers(self) -> int:
        """Up to which number a lead can choose: those that are taken, and some for new groups."""
        return min(max(group.number for group in self.groups) + _SPARE_NUMBERS, HIGHEST_NUMBER)


@dataclass(frozen=True, slots=True)
class GroupedWordings:
    """The workbook, in the language of `words`; `texts` are what all overviews say, by name.

    `walk` is what was found in the Power Walk, as far as it may be shown.
    """

    words: Catalogue
    overviews: tuple[WordingOverview, ...]
    texts: Mapping[str, str]
    walk: WalkFindings | None = None


def grouped_wordings(year: TeamYear, words: Catalogue) -> GroupedWordings | None:
    """The workbook; None while nothing has come in."""
    wordings = year.wordings
    if wordings is None or not (wordings.conditions or wordings.concepts):
        return None
    texts = {name: words.say(f"wordings.{name}") for name in _SAID}
    return GroupedWordings(words, tuple(_overviews(wordings, words)), texts, walk_findings(year, words))


def _overviews(wordings: TeamWordings, words: Catalogue) -> Iterator[WordingOverview]:
    """One for what came in, conditions first."""
    shipped = Catalogue(words.language, words.texts)  # a sheet is known by its name when it comes back
    everybody = words.say("wordings.from", people=wordings.people, groups=wordings.groups)
    given = {CONDITIONS: everybody, CONCEPTS: words.say("wordings.from_people", people=wordings.people)}
    for key, groups in ((CONDITIONS, wordings.conditions), (CONCEPTS, wordings.concepts)):
        if groups:
            title, how = (words.say(f"wordings.{key}.{name}") for name in ("title", "how"))
            yield WordingOverview(key, shipped.say(_TABS[key]), title, given[key], how, groups)
