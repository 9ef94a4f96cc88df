"""A small maker of what a team writes: frame, meeting forms, action lists and conditions tables, as they were read."""

from collections.abc import Mapping, Sequence
from datetime import date

from pipeline.anonymise.door import Passed, Wanting, always, passed
from pipeline.forms import ACTION_LIST, CONDITIONS_TABLE, FRAME, GROUPED_WORDINGS, MEETING
from pipeline.inbox.answers import Answers, Given, RawReview, Received
from tests.anonymise.answers_made import KEY, TODAY, Said, form, meeting, person, programme, sign_up

TEAM = sign_up(
    person("Fatima el Amrani", role="team_lead"),
    person("Joost van der Meer"),
    person("Ayşe Yıldız"),
    person("Kwabena Owusu-Ansah"),
    person("Mei-Ling Zhou", role="support"),
    person("Radjesh Ramdin"),
    person("Dewi Pattiasina"),
    person("Agnieszka Wójcik", role="management"),
    person("Storm van Dijk"),
    person("Grace Whitfield"),
)
PLAN = programme(
    meeting("intro", date(2027, 9, 23)),
    meeting("follow_up_1", date(2027, 12, 2), regular_meeting="Jaarteamoverleg"),
    meeting("follow_up_2", date(2028, 2, 17)),
    lead_1="Fatima el Amrani",
)
DEFINITION = "Belonging betekent voor ons dat iedere student zich gezien, gehoord en nodig voelt."
CONDITIONS = (
    "We leren in de eerste weken alle namen en spreken ze goed uit.",
    "Fouten maken hoort bij leren, en dat laten we zelf zien.",
    "Docenten delen de groepjes in, zodat niemand als laatste gekozen wordt.",
    "Als iemand iets kwetsends zegt, reageren we meteen en rustig.",
)
STORIES = {
    "inventory": "Vijf docenten hebben de namenlijst met foto's gebruikt.\nDat hielp vooral in de grote groepen.",
    "reflection": "De docent had eerder kunnen vragen wat er gebeurde.",
    "strategies": "Vertragen, doorvragen en er later op terugkomen.",
}


def frame(
    conditions: Sequence[str | None] = CONDITIONS,
    file: str = "inbox/kader.docx",
    language: str | None = "nl",
    release: str | None = "yes",
    **said: Given | None,
) -> Answers:
    """A frame form; `conditions` are what stands in each of the four places."""
    written: dict[str, Given | None] = {"definition": said.pop("definition", DEFINITION)}
    written |= {f"condition_{number}": text for number, text in enumerate(conditions, 1)}
    whole = {"version": 1, "agreed": "yes", "agreed_on": date(2027, 10, 11), "author_1": "Fatima el Amrani"}
    sheets = {"frame": [written], "agreement": [{**whole, **said}], "release": [{"release": release}]}
    return form(FRAME, file, language, **sheets)


def point(what: str | None, who: str | None = "alle docenten", due: date | None = None, **said: Given | None) -> Said:
    return {"what": what, "who": who, "due": due or date(2028, 1, 14), **said}


def minutes(
    key: str | None = "follow_up_1",
    *points: Said,
    file: str = "inbox/sessie.docx",
    language: str | None = "nl",
    release: str | None = "yes",
    **said: Given | None,
) -> Answers:
    """A meeting form; `said` are answers by question."""
    about = {"meeting": key, "day": date(2027, 12, 2), "present": 9, "moderator": "Joost van der Meer"}
    about |= {one: said.pop(one) for one in ("day", "present", "people", "moderator", "author") if one in said}
    discussion = {**STORIES, **said}
    return form(
        MEETING,
        file,
        language,
        about=[about],
        discussion=[discussion],
        action_points=points,
        release=[{"release": release}],
    )


def action_list(
    *rows: Said, file: str = "inbox/lijst.xlsx", release: str | None = "not_yet", language: str | None = "nl"
) -> Answers:
    return form(ACTION_LIST, file, language, actions=rows, release=[{"release": release}])


def table(
    *individual: Said,
    groups: Sequence[Said] = (),
    release: str | None = "yes",
    file: str = "inbox/tabel.xlsx",
    language: str | None = "nl",
) -> Answers:
    return form(CONDITIONS_TABLE, file, language, individual=individual, groups=groups, release=[{"release": release}])


def gave(participant: str | None, *conditions: str, concepts: str | None = None) -> Said:
    told = {f"condition_{number}": text for number, text in enumerate(conditions, 1)}
    return {"participant": participant, "concepts": concepts, **told}


def corrections(groups: Mapping[str, int], file: str = "inbox/gegroepeerd.xlsx") -> Answers:
    rows = [{"wording": text, "times": 1, "group": number} for text, number in groups.items()]
    return form(GROUPED_WORDINGS, file, conditions=rows)


def written(*forms: Answers, reviews: Sequence[RawReview] = (), wanting: Wanting = always) -> Passed:
    """What passes of these forms, with the team and its plan beside them."""
    return passed(Received((PLAN, TEAM, *forms), reviews=tuple(reviews)), KEY, TODAY, wanting)


def said(found: Passed) -> list[str]:
    """The findings on what was written, STOPs in capitals; those on the rest of the year are left out."""
    files = ("kader", "sessie", "lijst", "tabel", "gegroepeerd")
    of_texts = (one for one in found.findings if any(name in one.place.file for name in files))
    return [one.key.upper() if one.stops else one.key for one in of_texts]
