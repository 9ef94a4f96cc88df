"""The language of this machine: what one reads before a team's own language is known."""

import locale
import os

from pipeline.language.catalogue import LANGUAGES

DEFAULT_LANGUAGE = "nl"
_NAMES_ON_WINDOWS = {"Dutch": "nl", "English": "en", "German": "de"}


def machine_language() -> str:
    """nl, en or de as the machine is set up; Dutch, the programme's own language, when it is set up otherwise.

    `TTR_LANGUAGE` goes before the settings of the system.
    """
    asked = [os.environ.get(name, "") for name in ("TTR_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    for told in (*asked, _windows_language()):
        if told[:2].lower() in LANGUAGES and told[2:3] in {"", "_", "-", "."}:
            return told[:2].lower()
    return DEFAULT_LANGUAGE


def _windows_language() -> str:
    """Windows has its own setting and spells it out; elsewhere Python takes a machine without one for American."""
    told = (locale.getlocale()[0] or "") if os.name == "nt" else ""
    return _NAMES_ON_WINDOWS.get(told.partition("_")[0], told)
