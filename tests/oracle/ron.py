"""RON as templates and evaluations use it: just enough to read and write them.

A struct `(a: 1)` is a dict, a named one `Name(a: 1)` or `Name("x")` or `Name` a `Tag`, a tuple a tuple, a map a dict
whose keys are strings. `Some(x)` is x and `None` is None, as the program's implicit Some reads them.
"""

import re
from dataclasses import dataclass
from typing import Any


@dataclass
class Tag:
    """A value with a name: a variant of an enum. `body` is a dict, a value, a tuple of values, or None."""

    name: str
    body: Any = None

    def get(self, field, default=None):
        return self.body.get(field, default) if isinstance(self.body, dict) else default


_TOKEN = re.compile(
    r"""\s*(?:(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<string>"(?:[^"\\]|\\.)*")|(?P<number>[-+]?\d+)"""
    r"""|(?P<word>[A-Za-z_]\w*)|(?P<sign>[()\[\]{}:,]))""",
    re.S,
)
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


class _Reader:
    def __init__(self, text):
        self.tokens = []
        at = 0
        text = text.strip()
        while at < len(text):
            match = _TOKEN.match(text, at)
            if not match:
                if text[at:].strip() == "":
                    break
                raise ValueError(f"not RON at {text[at:at + 40]!r}")
            at = match.end()
            if match.lastgroup != "comment":
                self.tokens.append((match.lastgroup, match.group(match.lastgroup)))
        self.at = 0

    def peek(self, ahead=0):
        at = self.at + ahead
        return self.tokens[at] if at < len(self.tokens) else (None, None)

    def take(self, sign=None):
        kind, text = self.peek()
        if sign is not None and text != sign:
            raise ValueError(f"{sign!r} expected, found {text!r}")
        self.at += 1
        return kind, text

    def value(self):
        kind, text = self.take()
        if kind == "string":
            return re.sub(r"\\(.)", lambda found: _ESCAPES[found.group(1)], text[1:-1])
        if kind == "number":
            return int(text)
        if text == "[":
            return self.until("]", self.value)
        if text == "{":
            return dict(self.until("}", self.pair))
        if text == "(":
            return self.round()
        if kind == "word":
            return self.word(text)
        raise ValueError(f"unexpected {text!r}")

    def word(self, name):
        if name in ("true", "false"):
            return name == "true"
        if self.peek()[1] != "(":
            return None if name == "None" else Tag(name)
        self.take("(")
        body = self.round()
        if isinstance(body, tuple) and len(body) == 1:
            body = body[0]
        return body if name == "Some" else Tag(name, body)

    def round(self):
        """Behind "(": fields of a struct, or the values of a tuple."""
        if self.peek()[0] == "word" and self.peek(1)[1] == ":":
            return dict(self.until(")", self.field))
        return tuple(self.until(")", self.value))

    def until(self, end, element):
        elements = []
        while self.peek()[1] != end:
            elements.append(element())
            if self.peek()[1] != end:
                self.take(",")
        self.take(end)
        return elements

    def field(self):
        name = self.take()[1]
        self.take(":")
        return name, self.value()

    def pair(self):
        key = self.value()
        self.take(":")
        return key, self.value()


def read(text):
    reader = _Reader(text)
    value = reader.value()
    if reader.at != len(reader.tokens):
        raise ValueError("more than one value")
    return value


class Map(dict):
    """A dict that is written as a map `{"a": …}` and not as a struct."""


def write(value):
    """On one line, without blanks: the data is meant for a program."""
    if value is None:
        return "None"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, Map):
        return "{" + ",".join(f"{write(k)}:{write(v)}" for k, v in value.items()) + "}"
    if isinstance(value, dict):
        return "(" + _fields(value) + ")"
    if isinstance(value, list):
        return "[" + ",".join(map(write, value)) + "]"
    if isinstance(value, tuple):
        return "(" + ",".join(map(write, value)) + ")"
    if isinstance(value, Tag):
        if value.body is None:
            return value.name
        if isinstance(value.body, dict) and not isinstance(value.body, Map):
            return f"{value.name}({_fields(value.body)})"
        return f"{value.name}({write(value.body)})"
    raise TypeError(type(value))


def _fields(struct):
    return ",".join(f"{name}:{write(value)}" for name, value in struct.items() if value is not None)
