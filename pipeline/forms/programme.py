"""The programme form: the team, its year, its meetings and who leads them (M02-M16, M37-M39, M47, M65, M92, M95)."""

from pipeline.forms.questions import (
    YES_NO,
    AcademicYear,
    Choice,
    Clock,
    Day,
    Designation,
    Form,
    Layout,
    Name,
    Number,
    Question,
    Sheet,
)
from pipeline.ttr.programme import FOCUS_GROUPS, MEETINGS, MODES, HandOut, Walk, YearType
from pipeline.ttr.regions import REGIONS

LANGUAGE = Choice("language", ("nl", "en", "de"))
REGION = Choice("region", REGIONS)
FOCUS = Choice("focus", FOCUS_GROUPS)
WALK = Choice("walk", tuple(Walk))

PROGRAMME = Form(
    "programme",
    (
        Sheet(
            "programme",
            Layout.FIELDS,
            (
                Question("team", Designation(), required=True),
                Question("institution", Designation(), required=True),
                Question("programme", Designation(), required=True),
                Question("academic_year", AcademicYear(), required=True),
                Question("first_teaching_day", Day(), required=True),
                Question("language", LANGUAGE, required=True),
                Question("region", REGION),
                Question("year_type", Choice("year_type", tuple(YearType)), required=True),
                Question("staff", Number(1, 2000), required=True),
                Question("lead_1", Name(), required=True),
                Question("lead_2", Name()),
                Question("focus_1", FOCUS),
                Question("focus_2", FOCUS),
                Question("focus_3", FOCUS),
                Question("walk", WALK),
                Question("trust", YES_NO),
                Question("leads_apart", YES_NO),
            ),
        ),
        Sheet(
            "meetings",
            Layout.ROWS,
            (
                Question("meeting", Choice("meeting", MEETINGS), required=True),
                Question("day", Day()),
                Question("start", Clock(), required=True),
                Question("minutes", Number(10, 480), required=True),
                Question("mode", Choice("mode", MODES), required=True),
                Question("place", Designation()),
                Question("regular_meeting", Designation()),
                Question("moderator", Name()),
                Question("hand_out", Choice("hand_out", tuple(HandOut))),
                Question("fictional", YES_NO),
            ),
            blank_rows=6,
        ),
        Sheet(
            "breaks",
            Layout.ROWS,
            (
                Question("first_day", Day(), required=True),
                Question("last_day", Day(), required=True),
                Question("occasion", Designation(40)),
            ),
            blank_rows=12,
        ),
    ),
)
