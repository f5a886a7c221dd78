"""The key is made once, kept to its owner, and the same for all who ask."""

from concurrent.futures import ThreadPoolExecutor

from config import secret_key


def test_the_key_is_made_once_and_kept_to_its_owner(tmp_path):
    first, second = secret_key.kept_in(tmp_path), secret_key.kept_in(tmp_path)

    assert first == second
    assert len(first) > 60
    assert oct((tmp_path / "secret_key").stat().st_mode & 0o777) == "0o600"


def test_all_who_come_at_once_get_the_same_key(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: secret_key.kept_in(tmp_path), range(8)))

    assert len(keys) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["secret_key"]
