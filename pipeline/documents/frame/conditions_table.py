"""The conditions table for this team: a row for each participant, by code, and for each small group (M75-M79, G28)."""

from pipeline.documents.filled_form import FilledForm
from pipeline.forms.conditions import CONDITIONS_TABLE
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.groups import group_sizes
from pipeline.ttr.records import TeamYear


def conditions_table(year: TeamYear, words: Catalogue) -> FilledForm | None:
    """The table, to be typed in during the session; None without participants."""
    codes = sorted({participant.code for participant in year.participants})
    if not codes:
        return None
    groups = range(1, len(group_sizes(len(codes))) + 1)
    return FilledForm(
        CONDITIONS_TABLE,
        words,
        {
            "individual": [{"participant": code} for code in codes],
            "groups": [{"group": number} for number in groups],
        },
    )
