"""One YAML file, read into plain values that remember the line they stand on."""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from law.faults import Fault

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # the C library is absent on some machines; slower, the same values
    from yaml import SafeLoader as Loader  # type: ignore[assignment]


class Block(dict[Any, Any]):
    """A YAML mapping; `line` is its own line, `lines` the line of each key."""

    line: int = 1
    lines: dict[Hashable, int]

    def at(self, key: Hashable) -> int:
        """Return the line of `key`, or of the mapping itself where the key is absent."""
        return self.lines.get(key, self.line)


def read(path: Path, name: str, faults: list[Fault]) -> Any:
    """Return the values of one file; every duplicate key or fraction found is added to `faults`.

    `name` is how the file is called in a fault. A file that is no YAML at all gives None.
    """
    try:
        loader = Loader(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError):
        faults.append(Fault(name, 1, "không phải văn bản UTF-8 đọc được"))
        return None
    try:
        node = loader.get_single_node()
        return None if node is None else _value(loader, node, name, faults)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        faults.append(Fault(name, line, f"không đọc được YAML: {getattr(error, 'problem', error)}"))
        return None
    finally:
        loader.dispose()


def _value(loader: Any, node: yaml.Node, name: str, faults: list[Fault]) -> Any:
    if isinstance(node, yaml.MappingNode):
        return _block(loader, node, name, faults)
    if isinstance(node, yaml.SequenceNode):
        return [_value(loader, item, name, faults) for item in node.value]
    value = loader.construct_object(node)
    if isinstance(value, float):
        faults.append(Fault(name, _line(node), f"số lẻ {node.value} không được dùng; ghi phân số"))
    return value


def _block(loader: Any, node: yaml.MappingNode, name: str, faults: list[Fault]) -> Block:
    block = Block()
    block.line, block.lines = _line(node), {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node)
        if key in block:
            faults.append(Fault(name, _line(key_node), f"khóa “{key}” ghi hai lần"))
        block[key] = _value(loader, value_node, name, faults)
        block.lines[key] = _line(key_node)
    return block


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
