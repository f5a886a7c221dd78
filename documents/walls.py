"""What a paper may still become: a second wall, in the database, around what was signed."""

import pgtrigger

from proof.walls import Refusal


class FrozenOnceSigned(Refusal):
    """After the signature, what was signed stays as it was."""

    operation = pgtrigger.Update
    sentence = "Bảng %: nội dung văn bản đã ký không được sửa; sai thì ban hành văn bản mới."

    def __init__(self, *, open_states: tuple[str, ...], frozen: tuple[str, ...], **kwargs):
        self.open_states, self.frozen = open_states, frozen
        super().__init__(**kwargs)

    def get_condition(self, model):
        columns = [model._meta.get_field(name).column for name in self.frozen]
        old, new = (", ".join(f'{row}."{name}"' for name in columns) for row in ("OLD", "NEW"))
        states = ", ".join(f"'{state}'" for state in self.open_states)
        return pgtrigger.Condition(
            f"OLD.state NOT IN ({states}) AND ({old}) IS DISTINCT FROM ({new})"
        )


class SetOnce(Refusal):
    """A column goes from empty to a value, once."""

    operation = pgtrigger.Update
    sentence = "Bảng %: số và ngày của văn bản chỉ được ghi một lần."

    def __init__(self, *, fields: tuple[str, ...], **kwargs):
        self.fields = fields
        super().__init__(**kwargs)

    def get_condition(self, model):
        columns = [model._meta.get_field(name).column for name in self.fields]
        changed = " OR ".join(
            f'(OLD."{c}" IS NOT NULL AND NEW."{c}" IS DISTINCT FROM OLD."{c}")' for c in columns
        )
        return pgtrigger.Condition(f"({changed})")


class OnlyTheseWays(Refusal):
    """The state goes only where the life of a paper leads."""

    operation = pgtrigger.Update
    sentence = "Bảng %: văn bản không thể chuyển sang trạng thái này."

    def __init__(self, *, ways: tuple[tuple[str, str], ...], **kwargs):
        self.ways = ways
        super().__init__(**kwargs)

    def get_condition(self, model):
        ways = ", ".join(f"('{old}', '{new}')" for old, new in self.ways)
        return pgtrigger.Condition(
            f"OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN ({ways})"
        )
