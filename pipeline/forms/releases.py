"""The one question by which a person releases what was written for a document (M90, G30)."""

from pipeline.forms.questions import Choice, Layout, Question, Sheet

NOT_YET, YES, FOUND_MAY_STAY = "not_yet", "yes", "found_may_stay"

RELEASE = Question("release", Choice("text_release", (NOT_YET, YES, FOUND_MAY_STAY)), required=True)
"""`found_may_stay`: looked at once more, and what was found may stay; somebody we know by name never may."""

RELEASE_SHEET = Sheet("release", Layout.FIELDS, (RELEASE,))
