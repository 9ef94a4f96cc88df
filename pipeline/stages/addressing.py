"""What everything that goes out to people begins with: to whom, in which words, and as their calendars know it."""

from pipeline.post.calendar_record import FILE, read_record, record_bytes, recorded
from pipeline.post.letters import Mailing
from pipeline.stages.reading import Reading, Run


def mailing(run: Run, reading: Reading) -> Mailing:
    """To the team as it signed up; that a meeting moved is noted first, so that calendars move it too.

    A programme form in which something is to be mended moves nothing.
    """
    noted = read_record(run.space.record(FILE))
    record = noted if "programme" in reading.stopped else recorded(reading.year, reading.key, noted)
    if record != noted:
        run.space.keep_record(FILE, record_bytes(record))
    return Mailing(reading.roster, reading.key, reading.year, reading.words, record)
