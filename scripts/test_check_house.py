"""The check of who names whom, on small trees made up for it.

`python3 -m unittest discover scripts`
"""

import contextlib
import importlib.util
import io
import pathlib
import sys
import tempfile
import textwrap
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from house import House, code_of, parse_use  # noqa: E402

# A hyphen in its name: no `import` finds it.
spec = importlib.util.spec_from_file_location("check_house", HERE / "check-house.py")
check_house = importlib.util.module_from_spec(spec)
spec.loader.exec_module(check_house)

Rules = check_house.Rules


class Trees(unittest.TestCase):
    def house(self, **files):
        """A src folder: `a__b="…"` is src/a/b.rs."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        src = pathlib.Path(folder.name) / "src"
        src.mkdir()
        for name, text in {"lib": "", **files}.items():
            file = src / (name.replace("__", "/") + ".rs")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(textwrap.dedent(text), encoding="utf-8")
        return House(src)

    def named(self, house, file):
        """What the file names, by line: ["2 target", …]."""
        return sorted(f"{line} {target}" for target, (line, _) in house.arrows.get(file, {}).items())

    def findings(self, house, layers=(), subrooms=(), exceptions=(), circle_free=()):
        return check_house.check(house, Rules(layers, dict(subrooms), dict(exceptions), circle_free))


class Code(unittest.TestCase):
    def test_comments_strings_and_characters_go_and_lines_stay(self):
        text = 'a /* x /* y */\n z */ b "c::\\"d\n" e r#"f"::g"# h \'"\' \'\\\'\' \'\\u{1F}\' i<\'j> // k\nl'
        code = code_of(text)
        self.assertEqual(code.split(), ["a", "b", "e", "h", "i<'j>", "l"])
        self.assertEqual(code.count("\n"), text.count("\n"))
        self.assertEqual(len(code), len(text))

    def test_raw_identifiers_and_unended_text(self):
        self.assertEqual(code_of("mod r#type;").split(), ["mod", "type;"])
        self.assertEqual(code_of("a // b").split(), ["a"])
        self.assertEqual(code_of("a /* b").split(), ["a"])
        self.assertEqual(code_of('a "b').split(), ["a"])

    def test_nested_braces_renames_and_globs(self):
        uses = parse_use("crate::{a::{self, B as C, d::*}, e, self as me}", 0, False)
        found = [("::".join(use.path), use.name) for use in uses]
        self.assertEqual(
            found,
            [("crate::a", "a"), ("crate::a::B", "C"), ("crate::a::d", "*"), ("crate::e", "e"), ("crate", "me")],
        )


class Arrows(Trees):
    def test_nested_braces_over_several_lines_name_each_line(self):
        house = self.house(
            a="""\
                use crate::{
                    b::{B, c::C as Other},
                    d::d,
                };
                """,
            b__mod="pub mod c; pub struct B;",
            b__c="pub struct C;",
            d="pub fn d() {}",
        )
        self.assertEqual(self.named(house, "a"), ["2 b/c", "2 b/mod", "3 d"])

    def test_a_re_export_leads_to_the_definition_over_every_hop(self):
        house = self.house(
            a="use crate::b::{Deep, Own};",
            b__mod="mod c;\npub use c::{Deep, Other as Renamed};\npub struct Own;",
            b__c__mod="mod d;\npub use self::d::*;\npub struct Other;",
            b__c__d="pub struct Deep;\nuse super::super::Renamed;",
        )
        self.assertEqual(self.named(house, "a"), ["1 b/c/d", "1 b/mod"])
        self.assertEqual(self.named(house, "b/c/d"), ["2 b/c/mod"])

    def test_a_door_names_nothing_of_what_it_only_passes_on(self):
        house = self.house(
            b__mod="mod c;\nmod d;\npub use c::C;\npub use d::D;\npub struct Own { d: D }",
            b__c="pub struct C;",
            b__d="pub struct D;",
        )
        self.assertEqual(self.named(house, "b/mod"), ["4 b/d"])

    def test_a_re_export_from_elsewhere_is_an_arrow(self):
        house = self.house(a="pub use crate::b::B;", b="pub struct B;")
        self.assertEqual(self.named(house, "a"), ["1 b"])

    def test_inline_paths(self):
        house = self.house(
            a__mod="mod b;\nfn a() {\n    b::run(crate::t::tr(1));\n    jiping::u::U::new();\n}",
            a__b="pub fn run() {}\nfn x() { super::super::t::tr(2) }",
            t="pub fn tr() {}",
            u="pub struct U;",
        )
        self.assertEqual(self.named(house, "a/mod"), ["3 a/b", "3 t", "4 u"])
        self.assertEqual(self.named(house, "a/b"), ["2 t"])

    def test_super_of_a_file_is_the_folder_and_of_an_inline_module_the_file(self):
        house = self.house(
            a__mod="pub mod b;\npub mod c;\npub struct A;",
            a__b="pub struct B;\nmod inner {\n    use super::B;\n    use super::super::c::C;\n}",
            a__c="pub struct C;\nuse super::A;",
        )
        self.assertEqual(self.named(house, "a/b"), ["4 a/c"])
        self.assertEqual(self.named(house, "a/c"), ["2 a/mod"])

    def test_an_imported_module_counts_where_something_is_taken_from_it(self):
        house = self.house(
            a="use crate::b;\nuse crate::c as see;\nfn a() { b::deep(); }\nfn z() { see::z() }",
            b__mod="mod d;\npub use d::deep;",
            b__d="pub fn deep() {}",
            c="pub fn z() {}",
        )
        self.assertEqual(self.named(house, "a"), ["3 b/d", "4 c"])

    def test_a_function_beside_a_module_of_its_name(self):
        house = self.house(
            a="use crate::b::read;\nfn a() { read() }",
            b__mod="mod read;\npub use read::read;",
            b__read="pub fn read() {}",
        )
        self.assertEqual(self.named(house, "a"), ["1 b/read"])
        self.assertEqual(self.named(house, "b/mod"), [])

    def test_variants_and_associated_items_name_the_type(self):
        house = self.house(
            a="use crate::b::Kind::{self, *};\nfn a() { crate::c::Own::new(); }",
            b="pub enum Kind { One }",
            c="pub struct Own;",
        )
        self.assertEqual(self.named(house, "a"), ["1 b", "2 c"])

    def test_a_glob_brings_what_is_mentioned(self):
        house = self.house(
            a__mod="mod b;\nmod c;\nmod d;\npub use c::C;\npub use d::D;\npub struct A;",
            a__b="use super::*;\nfn b(c: C) {}",
            a__c="pub struct C;",
            a__d="pub struct D;",
        )
        self.assertEqual(self.named(house, "a/b"), ["1 a/c"])

    def test_what_another_crate_defines_is_ours_where_we_took_it_in(self):
        house = self.house(a="use crate::n::Decimal;\nuse std::fmt;", n="pub use rust_decimal::Decimal;")
        self.assertEqual(self.named(house, "a"), ["1 n"])

    def test_serde_names_its_modules_in_strings(self):
        house = self.house(
            a='use crate::q;\nstruct A {\n    #[serde(default, with = "q::option")]\n    a: u8,\n}',
            q="pub mod option { pub fn x() {} }",
        )
        self.assertEqual(self.named(house, "a"), ["3 q"])

    def test_no_arrows(self):
        house = self.house(
            lib="pub mod a;\npub mod b;",
            a="""\
                //! [`crate::b::B`]
                /* use crate::b::B; /* */ use crate::b::B; */
                const A: &str = "crate::b::B";
                const R: &str = r#"
                    "use crate::b::B;"#;
                pub(in crate::b) fn a() -> impl Iterator<Item = u8> + use<> { ::b::B }
                """,
            b="pub struct B;",
        )
        self.assertEqual(house.arrows, {})

    def test_tests_are_no_arrows(self):
        house = self.house(
            a="""\
                #[cfg(test)]
                mod samples;
                #[cfg(test)]
                use crate::b::{B, C};
                #[cfg(all(test, feature = "gui"))]
                fn only_here() { crate::b::b() }
                struct S {
                    #[cfg(test)]
                    b: crate::b::B,
                    n: u8,
                }
                #[cfg(test)]
                #[allow(dead_code)]
                mod tests {
                    use crate::b::B;
                    fn x() { if true { crate::b::b() } }
                }
                #[cfg(not(test))]
                use crate::c::C;
                """,
            a__samples="use crate::b::B;",
            b="pub struct B;\npub struct C;\npub fn b() {}",
            c="pub struct C;",
            d="#![cfg(test)]\nuse crate::b::B;",
        )
        self.assertEqual(sorted(house.arrows), ["a"])
        self.assertEqual(self.named(house, "a"), ["19 c"])

    def test_imports_that_lead_to_each_other_come_to_an_end(self):
        house = self.house(
            a="pub use crate::b::*;\npub use crate::b::X;",
            b="pub use crate::a::*;\npub use crate::a::X;",
        )
        self.assertIn("b", house.arrows["a"])


class Checks(Trees):
    def test_a_backward_import_with_its_place_and_remedy(self):
        house = self.house(
            low="\nuse crate::high::High;",
            high__mod="mod x;\npub use x::High;",
            high__x="pub struct High;",
        )
        (finding,) = self.findings(house, [["lib"], ["high"], ["low"]])
        self.assertTrue(finding.startswith("src/low.rs:2: names crate::high::High (src/high/x.rs)"), finding)
        self.assertIn("`high` lies above `low`: move what is needed down", finding)
        self.assertEqual(self.findings(house, [["lib"], ["low"], ["high"]]), [])

    def test_rooms_of_one_layer_name_each_other_only_where_it_is_listed(self):
        house = self.house(a="use crate::b::B;", b="pub struct B;")
        layers = [["lib"], ["a", "b"]]
        (finding,) = self.findings(house, layers)
        self.assertIn("`b` stands beside `a`", finding)
        self.assertEqual(self.findings(house, layers, exceptions={("a", "b"): "why"}), [])
        (finding,) = self.findings(house, layers, exceptions={("a", "b"): "why", ("b", "a"): "why"})
        self.assertIn("no file of `b` names `a` any more", finding)

    def test_every_room_has_its_place(self):
        house = self.house(a="", b__mod="")
        (finding,) = self.findings(house, [["lib"], ["a"]])
        self.assertIn("src/b: is in no layer", finding)

    def test_sub_rooms(self):
        house = self.house(
            app__mod="mod home;\nmod session;\npub struct App(session::S);",
            app__home__mod="use crate::app::edit::E;",
            app__edit__mod="pub struct E;",
            app__session="use super::App;\npub struct S;",
        )
        layers, order = [["lib"], ["app"]], [["mod.rs"], ["home/", "edit/"], ["session.rs"]]
        beside, up = self.findings(house, layers, {"app": order})
        self.assertIn("src/app/home/mod.rs:1: names crate::app::edit::E", beside)
        self.assertIn("`app/edit` stands beside `app/home`", beside)
        self.assertIn("src/app/session.rs:1: names super::App (src/app/mod.rs), and `app/mod` lies above", up)
        self.assertEqual(self.findings(house, layers, {"app": []}), [])
        (finding,) = self.findings(house, layers, {"gone": [["x"]]})
        self.assertIn("there is no src/gone", finding)

    def test_a_circle_is_forbidden_only_where_it_is_listed(self):
        house = self.house(
            a__mod="mod b;\nmod c;\nmod d;\nmod e;",
            a__b="use super::c::C;\npub struct B;",
            a__c="use super::d::D;\npub struct C;",
            a__d="use super::b::B;\nuse super::e::E;\npub struct D;",
            a__e="use super::d::D;\npub struct E;",
        )
        self.assertEqual(check_house.circles(house.arrows), [["a/b", "a/c", "a/d", "a/e"]])
        self.assertEqual(self.findings(house), [])
        (finding,) = self.findings(house, circle_free=["a"])
        first, files, *chain = finding.split("\n")
        self.assertTrue(first.startswith("src/a: 4 files in a circle"), first)
        self.assertEqual(files, "  files: src/a/b.rs src/a/c.rs src/a/d.rs src/a/e.rs")
        self.assertEqual(
            chain,
            [
                "  src/a/d.rs:2: super::e::E -> src/a/e.rs",
                "  src/a/e.rs:1: super::d::D -> src/a/d.rs",
            ],
        )
        (finding,) = self.findings(house, circle_free=["a/b"])
        self.assertEqual(len(finding.split("\n")), 5, "the chain goes through the room that is meant")
        (finding,) = self.findings(house, circle_free=["a/x"])
        self.assertIn("there is no src/a/x", finding)

    def test_a_door_closes_no_circle(self):
        house = self.house(
            a__mod="mod b;\nmod c;\npub use b::B;\npub use c::C;",
            a__b="use super::C;\npub struct B;",
            a__c="pub struct C;",
        )
        self.assertEqual(self.findings(house, circle_free=["a"]), [])

    def test_the_command(self):
        house = self.house(a="use crate::b::B;", b="use crate::a::A;\npub struct B;")
        layers = [["lib"], ["a"], ["b"]]

        def run(*arguments, rules=Rules(layers, {}, {}, [])):
            said = io.StringIO()
            with contextlib.redirect_stdout(said):
                code = check_house.main(["--src", str(house.src), *arguments], rules)
            return code, said.getvalue()

        code, said = run()
        self.assertEqual((code, said.split("\n")[-2]), (1, "house: 1 finding"))
        code, said = run(rules=Rules(layers, {}, {("b", "a"): "why"}, []))
        self.assertEqual((code, said.count("\n"), said[:7]), (0, 1, "house: "))
        code, said = run("--figures")
        self.assertEqual(code, 0)
        for figure in ["files: 3", "rooms: 2", "backward imports: 1", "circles: 1 (2 files)"]:
            self.assertIn(figure + "\n", said)
        self.assertIn("circle of 2 files", run("--circles")[1])


if __name__ == "__main__":
    unittest.main()
