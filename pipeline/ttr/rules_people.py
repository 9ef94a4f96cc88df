"""Who takes part and who leads, against what the programme asks (M02-M04, M37-M39, G10)."""

from collections.abc import Iterable, Sequence

from pipeline.findings import Finding, Word, note
from pipeline.ttr.people import Participant
from pipeline.ttr.programme import Programme
from pipeline.ttr.records import TeamYear

FEWEST_PARTICIPANTS = 8
# Ours: the manual prefers everybody and names no share.
SHARE_OF_STAFF = 70
CELLS_SHOWN = 3
TEACHING = (None, "teacher", "team_lead")


def sign_up_broken(year: TeamYear) -> Iterable[Finding]:
    """What is remarkable about the list of participants; nothing while nobody has signed up."""
    if not year.participants:
        return
    yield from _not_in_year_1(year.participants)
    yield from _role_mix(year.participants)
    yield from _coverage(year)


def leads_broken(programme: Programme, participants: Sequence[Participant]) -> Iterable[Finding]:
    """Whether leads and moderators belong to the team (M39, G10).

    That there are one or two leads is seen to by the form: it asks for one and offers room for two (M37).
    """
    if not participants:
        return
    outside = [lead for lead in programme.leads if lead.code is None]
    if outside:
        yield note("lead_not_signed_up", outside[0].place, "programme", count=len(outside))
    yield from _moderators(programme)


def _moderators(programme: Programme) -> Iterable[Finding]:
    outside = [meeting for meeting in programme.meetings if meeting.moderator and meeting.moderator.code is None]
    if outside:
        yield note(
            "moderator_not_signed_up",
            outside[0].place("moderator"),
            "programme",
            meetings=tuple(Word(f"terms.meeting.{meeting.key}") for meeting in outside),
        )


def _not_in_year_1(participants: Sequence[Participant]) -> Iterable[Finding]:
    """Managers, support staff and mentors need not teach; those who do teach year 1 (M02)."""
    elsewhere = [one for one in participants if one.first_year is False and one.role in TEACHING]
    if not elsewhere:
        return
    cells = tuple(one.place.cell for one in elsewhere if one.place.cell)
    key = "not_in_year_1" if 0 < len(cells) <= CELLS_SHOWN else "not_in_year_1_from"
    yield note(key, elsewhere[0].place, "sign_up", count=len(elsewhere), cells=cells[:CELLS_SHOWN])


def _role_mix(participants: Sequence[Participant]) -> Iterable[Finding]:
    """TTR is carried by the whole team, with management and support staff (M03)."""
    roles = {one.role for one in participants}
    if None in roles:
        return
    if not roles & {"management", "support"}:
        yield note("nobody_beside_teachers", about="sign_up")
    elif "management" not in roles:
        yield note("nobody_of_management", about="sign_up")
    elif "support" not in roles:
        yield note("nobody_of_support", about="sign_up")


def _coverage(year: TeamYear) -> Iterable[Finding]:
    """Everybody of year 1 if possible, and at least eight (M04)."""
    staff = year.programme and year.programme.staff
    here = sum(one.role != "mentor" for one in year.participants)
    in_year_1 = sum(one.role in TEACHING and one.first_year is True for one in year.participants)
    if len(year.participants) < FEWEST_PARTICIPANTS:
        yield note("few_participants", about="sign_up", count=len(year.participants), least=FEWEST_PARTICIPANTS)
    elif staff and year.programme and in_year_1 > staff:
        yield note("more_than_staff", year.programme.place("staff"), "programme", participants=in_year_1, staff=staff)
    elif staff and here * 100 < SHARE_OF_STAFF * staff:
        yield note("low_coverage", about="sign_up", participants=here, staff=staff, share=here * 100 // staff)
