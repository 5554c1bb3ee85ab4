"""Reads a `src` folder of Rust: its modules, and which file names which. For scripts/check-house.py.

An arrow goes from a file to the file that *defines* what it names: `use super::Model` leads through every `pub use`
to the end, so a `mod.rs` that declares and re-exports stands in nobody's way. No arrows are: `mod x;`, a re-export
of something below that the file itself does not use, tests (`#[cfg(test)]`), comments and strings (but for the paths
in `#[serde(with = "…")]`). An imported module counts where something is taken from it.

It reads text, not types: a method called on a value that came from elsewhere is no arrow, and an `impl` block in a
file of its own is named by nobody. `#[path]` and modules that macros make are not seen; what a macro defines is
looked for where the path says that it is.
"""

import bisect
import re
from collections import defaultdict, namedtuple
from pathlib import Path

# What the crate calls itself in src/main.rs.
CRATE = "jiping"

# ---------------------------------------------------------------- from source to code

STARTS = re.compile(r"""//|/\*|\b(?:b|c)?r(\#*)"|"|'(?:\\(?:.[^'\n]*)|[^\\'\n])'""")
COMMENT_EDGE = re.compile(r"/\*|\*/")
STRING_END = re.compile(r'(?:[^"\\]|\\.)*"', re.S)
SERDE_PATH = re.compile(r"#\[serde\([^\]]*\b(?:with|default|skip_serializing_if|from|into|remote|getter)\s*=\s*\Z")
CFG_TEST = re.compile(r"#(!?)\[\s*cfg\(\s*(?:test|all\((?:[^()]*,)?\s*test\b[^()]*\))\s*\)\s*\]")
ITEM_WORD = re.compile(r"\s*(?:pub|mod|use|fn|impl|struct|enum|union|trait|type|const|static|async|unsafe|extern)\b")


def blank(text):
    """As many characters, the same lines, nothing in them: places stay what they are."""
    return re.sub(r"[^\n]", " ", text)


def code_of(text):
    """The text without comments, strings and characters."""
    parts, at = [], 0
    while True:
        start = STARTS.search(text, at)
        if not start:
            return re.sub(r"\br#(?=\w)", "  ", "".join(parts) + text[at:])
        opening, end = start.group(), start.end()
        kept = ""
        if opening == "//":
            end = text.find("\n", end)
            end = len(text) if end < 0 else end
        elif opening == "/*":
            depth = 1
            while depth:
                edge = COMMENT_EDGE.search(text, end)
                if not edge:
                    end = len(text)
                    break
                depth += 1 if edge.group() == "/*" else -1
                end = edge.end()
        elif opening.endswith('"'):
            if opening == '"':
                close = STRING_END.match(text, end)
                end = close.end() if close else len(text)
            else:
                closing = '"' + start.group(1)
                end = text.find(closing, end)
                end = len(text) if end < 0 else end + len(closing)
            line = text[text.rfind("#[", 0, start.start()) : start.start()]
            if SERDE_PATH.match(line):
                kept = " " + text[start.start() + 1 : end - 1] + " "
        parts += [text[at : start.start()], kept or blank(text[start.start() : end])]
        at = end


def closing(text, opening, pair="{}"):
    """The place behind the bracket that closes the one at `opening`."""
    depth = 0
    for bracket in re.compile(f"[{re.escape(pair)}]").finditer(text, opening):
        depth += 1 if bracket.group() == pair[0] else -1
        if depth == 0:
            return bracket.end()
    return len(text)


def without_tests(code):
    """The code without what stands under `#[cfg(test)]`, and the modules declared there (files of their own)."""
    declared = set()
    while True:
        found = CFG_TEST.search(code)
        if not found:
            return code, declared
        if found.group(1):
            return blank(code), declared
        at = found.end()
        while True:
            attribute = re.compile(r"\s*#\[").match(code, at)
            if not attribute:
                break
            at = closing(code, attribute.end() - 1, "[]")
        module = re.compile(r"\s*(?:pub(?:\s*\([^)]*\))?\s+)?mod\s+(\w+)\s*;").match(code, at)
        if module:
            declared.add(module.group(1))
        ends = "[;{]" if ITEM_WORD.match(code, at) else "[;{,}]"
        end = re.compile(ends).search(code, at)
        if not end:
            stop = len(code)
        elif end.group() == "{":
            stop = closing(code, end.start())
        else:
            stop = end.start() if end.group() == "}" else end.end()
        code = code[: found.start()] + blank(code[found.start() : stop]) + code[stop:]


# ---------------------------------------------------------------- modules

USE = re.compile(r"(\bpub(?:\s*\([^)]*\))?\s+)?\buse\b(?!\s*<)([^;]*);")
# Neither the declaration of a module nor `pub(in a::path)` names anything.
NO_ARROW = re.compile(r"\bmod\s+\w+\s*;|\bpub\s*\(\s*in\b[^)]*\)")
INLINE_MODULE = re.compile(r"\bmod\s+(\w+)\s*\{")
ITEM = re.compile(
    r"(?:^|(?<=[;}\]]))[ \t]*(?:pub(?:\s*\([^)]*\))?\s+)?(?:(?:const|async|unsafe|safe|extern)\s+)*"
    r"(?:fn|struct|enum|union|trait|type|const|static|macro_rules!)\s+(?:mut\s+)?(\w+)",
    re.M,
)
PATH = re.compile(r"(?<!\w)(?<!::)[A-Za-z_]\w*(?:\s*::\s*\w+)+")
# Not the field or method behind a dot.
WORD = re.compile(r"(?<!\w)(?<!(?<!\.)\.)[A-Za-z_]\w*")

Use = namedtuple("Use", "path name glob public offset")


class Module:
    """A file of its own, or `mod x { … }` within one; `text` is its own code, at the places it has in the file."""

    def __init__(self, path, file, text, parent):
        self.path, self.file, self.parent = path, file, parent
        self.children, self.uses, self.inline = {}, [], []
        while True:
            found = INLINE_MODULE.search(text)
            if not found:
                break
            end = closing(text, found.end() - 1)
            inner = blank(text[: found.end()]) + text[found.end() : end - 1]
            text = text[: found.start()] + blank(text[found.start() : end]) + text[end:]
            child = Module(path + (found.group(1),), file, inner, self)
            self.children[found.group(1)] = child
            self.inline.append(child)
        for use in USE.finditer(text):
            self.uses += parse_use(use.group(2), use.start(2), bool(use.group(1)))
        text = USE.sub(lambda use: blank(use.group()), text)
        self.text = NO_ARROW.sub(lambda found: blank(found.group()), text)
        self.items = set(ITEM.findall(surface(self.text)))
        self.words = set(WORD.findall(self.text))
        # Names that something is taken from: `name::…`.
        self.heads = {re.match(r"\w+", path).group() for path in PATH.findall(self.text)}
        self.heads |= {use.path[0] for use in self.uses if len(use.path) > 1}
        self.bare = set(re.findall(r"(?<!\w)(?<!(?<!\.)\.)(\w+)\b(?!\s*::)", self.text))


def surface(text):
    """The code outside of all braces: what the module itself defines."""
    parts, at, depth = [], 0, 0
    for brace in re.finditer("[{}]", text):
        piece = text[at : brace.start()]
        parts += [piece if depth == 0 else blank(piece), brace.group()]
        depth += 1 if brace.group() == "{" else -1
        at = brace.end()
    return "".join(parts) + text[at:]


def parse_use(body, start, public):
    """Every name that a `use` brings, out of its nested braces."""
    tokens = [(token.group(), start + token.start()) for token in re.finditer(r"\w+|::|[{},*]", body)]
    uses, at = [], 0

    def tree(prefix):
        nonlocal at
        path, offset, name = list(prefix), tokens[at][1] if at < len(tokens) else start, None
        while at < len(tokens):
            token, place = tokens[at]
            if token in (",", "}"):
                break
            at += 1
            if token == "{":
                while at < len(tokens) and tokens[at][0] != "}":
                    if tokens[at][0] == ",":
                        at += 1
                    else:
                        tree(path)
                at += 1
                return
            if token == "*":
                uses.append(Use(tuple(path), "*", True, public, place))
                return
            if token == "as":
                name = tokens[at][0]
                at += 1
            elif token == "::":
                # `::name` is another crate, whatever our own modules are called.
                path = path or [""]
            elif token != "self" or not path:
                path.append(token)
                offset = place
        uses.append(Use(tuple(path), name or path[-1], False, public, offset))

    tree(())
    return uses


class House:
    """Every module of a `src` folder, and what the names in it lead to."""

    def __init__(self, src):
        self.src, self.lines = Path(src), {}
        texts, left_out = {}, set()
        for file in sorted(self.src.rglob("*.rs")):
            text = file.read_text(encoding="utf-8")
            path = file.relative_to(self.src).with_suffix("").parts
            name = "/".join(path)
            self.lines[name] = [match.start() for match in re.finditer("\n", text)]
            path = path[:-1] if path[-1] == "mod" or path == ("lib",) else path
            code, tests = without_tests(code_of(text))
            left_out |= {path + (test,) for test in tests}
            texts[path] = (name, code)
        self.root = Module((), *texts.pop((), ("lib", "")), None)
        modules = {(): self.root}
        # Parents come before their children.
        for path in sorted(texts, key=lambda path: (len(path), path)):
            if any(path[: len(test)] == test for test in left_out):
                continue
            name, code = texts[path]
            parent = modules.get(path[:-1])
            modules[path] = module = Module(path, name, code, parent if path != ("main",) else None)
            if module.parent:
                parent.children[path[-1]] = module
        self.modules, waiting = [], list(modules.values())
        while waiting:
            module = waiting.pop()
            self.modules.append(module)
            waiting += module.inline
        self.files = sorted({module.file for module in self.modules if module.file in self.lines})
        self.arrows = self._arrows()

    def line(self, file, offset):
        return bisect.bisect_left(self.lines[file], offset) + 1

    # Names lead to modules or to items; both may have the same name (`mod check` and `fn check`).

    def child(self, module, name, seen=frozenset()):
        """The module that `name` means in `module`: a child, an import, or through a glob."""
        if name in module.children or (module, name) in seen:
            return module.children.get(name)
        seen = seen | {(module, name)}
        for use in module.uses:
            if not use.glob and use.name == name:
                found = self.resolve(module, use.path, seen)[1]
                if found:
                    return found
        for use in module.uses:
            if use.glob:
                base = self.resolve(module, use.path, seen)[1]
                found = base and self.child(base, name, seen)
                if found:
                    return found
        return None

    def definer(self, module, name, seen=frozenset()):
        """The module that defines the item `name` of `module`, through every re-export."""
        key = (module, name, "item")
        if name in module.items or key in seen:
            return module if name in module.items else None
        seen = seen | {key}
        for use in module.uses:
            if not use.glob and use.name == name:
                item, inner, known = self.resolve(module, use.path, seen)
                # What another crate defines is ours where we took it in.
                if item or not known:
                    return item or module
        for use in module.uses:
            if use.glob:
                base = self.resolve(module, use.path, seen)[1]
                found = base and self.definer(base, name, seen)
                if found:
                    return found
        return None

    def resolve(self, module, path, seen=frozenset()):
        """Where a path leads: the module that defines the item, the module that it is, and whether it is ours."""
        here, at = self._start(module, path, seen)
        if here is None:
            return None, None, False
        while at < len(path) - 1:
            inner = self.child(here, path[at], seen)
            if not inner:
                # A variant or an associated item: the type is what is named.
                return self.definer(here, path[at], seen) or here, None, True
            here, at = inner, at + 1
        if at == len(path):
            return None, here, True
        item, inner = self.definer(here, path[at], seen), self.child(here, path[at], seen)
        # What is not found was made by a macro, and stands where it was looked for.
        return (item or (None if inner else here)), inner, True

    def _start(self, module, path, seen):
        first, at = path[0], 1
        if first == "self":
            here = module
        elif first == "super":
            here = module.parent
            while here and at < len(path) and path[at] == "super":
                here, at = here.parent, at + 1
        elif first == "crate":
            here = module
            while here.parent:
                here = here.parent
        elif first == CRATE:
            here = self.root
        else:
            here = self.child(module, first, seen) if len(path) > 1 else None
        return here, at

    # ------------------------------------------------------------ arrows

    def _arrows(self):
        """{file: {file it names: (line, the path as written)}}, the first place of each."""
        arrows = defaultdict(dict)
        for module in self.modules:
            for target, offset, path in sorted(self._named(module), key=lambda named: named[1]):
                if target.file != module.file:
                    place = (self.line(module.file, offset), "::".join(path))
                    known = arrows[module.file].setdefault(target.file, place)
                    arrows[module.file][target.file] = min(known, place)
        return dict(arrows)

    def _named(self, module):
        for use in module.uses:
            yield from self._of_glob(module, use) if use.glob else self._of_use(module, use)
        for found in PATH.finditer(module.text):
            path = tuple(re.split(r"\s*::\s*", found.group()))
            item, inner, _ = self.resolve(module, path)
            if item or inner:
                yield item or inner, found.start(), path

    def _of_use(self, module, use):
        item, inner, _ = self.resolve(module, use.path)
        door = use.public and (item or inner) and below(item or inner, module)
        if item and inner:
            # One name for both: what the code does with it says which is meant.
            if use.name in module.bare or (use.public and not door):
                yield item, use.offset, use.path
        elif item:
            if not door or use.name in module.words:
                yield item, use.offset, use.path
        elif inner and not door and use.name not in module.heads:
            # Otherwise what is taken from it counts, where it is taken.
            yield inner, use.offset, use.path

    def _of_glob(self, module, use):
        item, base, _ = self.resolve(module, use.path)
        if not base:
            if item:
                yield item, use.offset, use.path + ("*",)
            return
        # A glob brings what the code mentions of it; what nothing is seen of comes from the module itself.
        seen = False
        for name in sorted(module.words & self._offered(base)):
            definer = self.definer(base, name)
            if definer:
                seen = True
                yield definer, use.offset, use.path + (name,)
        door = use.public and below(base, module)
        if not seen and not door and not module.heads & set(base.children):
            yield base, use.offset, use.path + ("*",)

    def _offered(self, module, seen=frozenset()):
        """The names of the items that a glob of the module brings."""
        names = module.items | {use.name for use in module.uses if not use.glob}
        for use in module.uses:
            if use.glob:
                base = self.resolve(module, use.path)[1]
                if base and base not in seen:
                    names = names | self._offered(base, seen | {module})
        return names


def path_of(file):
    return f"src/{file}.rs"


def below(inner, outer):
    return len(inner.path) > len(outer.path) and inner.path[: len(outer.path)] == outer.path
