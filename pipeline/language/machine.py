"""The language of this machine: what one reads before a team's own language is known."""

import locale
import os

from pipeline.language.catalogue import LANGUAGES

DEFAULT_LANGUAGE = "nl"


def machine_language() -> str:
    """nl, en or de as the machine is set up; Dutch, the programme's own language, when it is set up otherwise.

    `TTR_LANGUAGE` goes before the settings of the system.
    """
    asked = [os.environ.get(name, "") for name in ("TTR_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    for told in (*asked, locale.getlocale()[0] or ""):
        if told[:2].lower() in LANGUAGES and told[2:3] in {"", "_", "-", "."}:
            return told[:2].lower()
    return DEFAULT_LANGUAGE
