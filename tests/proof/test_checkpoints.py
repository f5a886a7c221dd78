"""The log outside the database: it grows, it is signed, and neither it nor its copy can be bent unseen."""

import json
from datetime import UTC, datetime

import pytest

from law.adoption_key import SigningKey
from proof.checkpoints import HEADS, TEXTS, Head, Log, LogRefused, by_chain
from proof.verify import CHECKPOINT_CONTEXT

AT = datetime(2026, 11, 20, 23, 0, tzinfo=UTC)


def heads(*lengths):
    return [
        Head(f"case:{number}", length, f"{length:064x}") for number, length in enumerate(lengths, 1)
    ]


@pytest.fixture
def key(tmp_path):
    return SigningKey(tmp_path / "key", CHECKPOINT_CONTEXT)


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "log", tmp_path / "copy")


@pytest.fixture
def grown(log, key):
    """Three checkpoints over six heads."""
    for lengths in ((1, 1), (2, 3), (4, 5)):
        log.append(heads(*lengths), key, AT)
    return log


def rewrite(path, change):
    lines = path.read_text().splitlines()
    change(lines)
    path.write_text("".join(f"{line}\n" for line in lines))


def test_the_log_tells_what_it_was_told_and_holds(grown, key):
    assert [one.said["size"] for one in grown.checkpoints()] == [2, 4, 6]
    assert [one.length for one in by_chain(grown.heads())["case:2"]] == [1, 3, 5]
    assert not list(grown.faults(key.public))
    assert (grown.copy / TEXTS).read_bytes() == (grown.folder / TEXTS).read_bytes()


def test_nothing_new_is_no_checkpoint(grown, key):
    assert grown.append([], key, AT).said["number"] == 3
    assert len(list(grown.checkpoints())) == 3


def test_only_its_owner_reads_the_key(grown, key):
    assert key.path.stat().st_mode & 0o777 == 0o600


def swap(lines):
    lines[0], lines[2] = lines[2], lines[0]


def edit_head(lines):
    lines[1] = lines[1].replace('"length":1', '"length":2')


@pytest.mark.parametrize(
    ("name", "change"),
    [
        (HEADS, swap),
        (HEADS, edit_head),
        (HEADS, lambda lines: lines.pop()),
        (HEADS, lambda lines: lines.insert(2, lines[0])),
        (TEXTS, swap),
        (TEXTS, lambda lines: lines.pop(0)),
        (TEXTS, lambda lines: lines.pop()),
    ],
)
def test_whatever_is_changed_in_its_files_is_found(grown, key, name, change):
    rewrite(grown.folder / name, change)

    assert list(grown.faults(key.public))


def test_a_log_made_anew_by_another_key_is_found(grown, key, tmp_path):
    stranger = SigningKey(tmp_path / "other", CHECKPOINT_CONTEXT)
    forged = Log(tmp_path / "forged")
    forged.append(heads(4, 5), stranger, AT)

    (fault,) = forged.faults(key.public)

    assert "chữ ký" in fault.what


def test_a_log_cut_back_is_refused_because_its_copy_knows_more(grown, key):
    rewrite(grown.folder / TEXTS, lambda lines: lines.pop())

    with pytest.raises(LogRefused, match="mốc số 3"):
        grown.append(heads(9), key, AT)


def test_what_a_crash_left_half_written_is_written_over(grown, key):
    with (grown.folder / HEADS).open("a") as file:
        file.write(heads(7)[0].line() + "\n" + '{"chain":"ca')
    with (grown.folder / TEXTS).open("a") as file:
        file.write('{"signature":"12')

    grown.append(heads(8), key, AT)

    assert not list(grown.faults(key.public))
    assert [one.length for one in by_chain(grown.heads())["case:1"]] == [1, 2, 4, 8]
    assert json.loads((grown.folder / HEADS).read_text().splitlines()[-1])["length"] == 8
