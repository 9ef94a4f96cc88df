"""The invented team in the repository is the one that its module describes."""

from tests import sample


def test_the_sample_in_the_inbox_is_up_to_date() -> None:
    lying = {path.name: path.read_bytes() for path in sample.FOLDER.iterdir() if not path.name.startswith(".")}
    assert sorted(name for name, content in sample.files().items() if lying.get(name) != content) == []
    assert lying.keys() == sample.files().keys()


def test_the_key_of_the_sample_is_the_public_one() -> None:
    assert sample.KEY_FILE.read_text(encoding="utf-8") == sample.key_text()
