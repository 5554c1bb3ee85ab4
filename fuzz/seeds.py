"""What fuzz/seeds.sh needs unpacked, split or counted: parts of the samples, records, workbooks, dictionaries."""

import pathlib
import re
import zipfile

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent
CORPUS = HERE / "corpus"
# More of the random cases than that begin nothing new.
RANDOM_TEMPLATES = 100
# What libFuzzer takes for a word of a dictionary.
LONGEST_WORD = 60


def put(target, name, content):
    content = content if isinstance(content, bytes) else content.encode()
    (CORPUS / target / name).write_bytes(content)


def quoted(text):
    """`text` as a string of RON."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def sample_ids():
    """In the order of the program: a target chooses one by the code of a character, `B` being the first."""
    source = (ROOT / "src/samples.rs").read_text()
    return re.findall(r'^    sample!\("([^"]+)"', source, re.M)


def character(number, count):
    return chr(next(code for code in range(66, 66 + count) if code % count == number))


def samples():
    ids = sample_ids()
    for number, sample in enumerate(ids):
        first = character(number, len(ids))
        with zipfile.ZipFile(ROOT / f"assets/samples/{sample}.jiping") as packed:
            parts = {name: packed.read(name).decode() for name in packed.namelist()}
        put("evaluation", f"{sample}.ron", parts["evaluation.ron"])
        put("template", f"sample-{sample}.ron", parts["template.ron"])
        edits = (ROOT / f"assets/samples/{sample}.edits.ron").read_text()
        put("edits", f"{sample}.ron", first + edits)
        for line, edit in enumerate(re.findall(r"^  ([A-Z].*\)),$", edits, re.M)):
            put("edits", f"{sample}-{line}.ron", f"{first}[{edit}]")
        records(sample, first, parts)


def records(sample, first, parts):
    entries = re.findall(r"^    (\(\n.*?^    \)),$", parts["journal.ron"], re.M | re.S)
    lines = [f"(entry:{flat(entry)},after:None)\n" for entry in entries]
    undone = f"(entry:(at:\"2026-01-01T00:00:00Z\",action:Undo),after:Some({quoted(parts['evaluation.ron'])}))\n"
    put("record", f"{sample}-lines.ron", first + "".join(lines))
    put("record", f"{sample}-undo.ron", first + lines[-1] + undone)
    texts = ",".join(f"{name}:{quoted(parts[name + '.ron'])}" for name in ("template", "evaluation", "journal"))
    head = f'(format:1,title:"{sample}",path:None,digest:None,{texts})\n'
    put("record", f"{sample}.ron", head + "".join(lines[-5:]))
    draft = f'(format:2,kind:Template,title:"",path:None,digest:None,edits:3,last:"2026-01-01T00:00:00Z",text:"{sample}")\n'
    put("record", "draft.ron", draft)


def flat(entry):
    return re.sub(r"\n\s*", " ", entry)


def random_cases():
    """Templates that between them use the whole rule language, and evaluations by them."""
    number = -1
    for line in (ROOT / "tests/oracle/data/00.txt").read_text().splitlines():
        letter, text = line.split(" ", 1)
        if letter == "T":
            number += 1
            if number == RANDOM_TEMPLATES:
                break
            put("template", f"random-{number}.ron", text)
        elif letter == "E":
            named = text.replace('template:(id:"t",version:"1")', f'template:(id:"t",version:"{number}")', 1)
            put("evaluation", f"random-{number}.ron", named)


def workbooks():
    rows = [row.split("\t") for row in TABLE.splitlines()]
    letters = "ABCDEFG"
    cells = lambda at, row: "".join(
        f'<c r="{letters[n]}{at}" t="inlineStr"><is><t>{cell}</t></is></c>' for n, cell in enumerate(row) if cell
    )
    sheet = "".join(f'<row r="{at}">{cells(at, row)}</row>' for at, row in enumerate(rows, 1))
    spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(CORPUS / "table/merged.xlsx", "w") as packed:
        packed.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        )
        packed.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{relations}"><Relationship Id="rId1" Type="{kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        packed.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{relations}"><Relationship Id="rId1" Type="{kinds}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        packed.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{spreadsheet}" xmlns:r="{kinds}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
        )
        packed.writestr(
            "xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{spreadsheet}"><sheetData>{sheet}</sheetData>'
            '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells></worksheet>',
        )
    table = "".join(
        "<table:table-row>"
        + "".join(f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    office = "urn:oasis:names:tc:opendocument:xmlns"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(CORPUS / "table/plain.ods", "w") as packed:
        packed.writestr("mimetype", kind)
        packed.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0" '
            f'xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet><table:table table:name="表">{table}'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
        packed.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{office}:manifest:1.0"><manifest:file-entry '
            f'manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
        )


TABLE = """一级指标\t三级指标\t分值\t评分标准
决策\t立项\t60\t每发现一处扣1分，扣完为止
\t目标\t20\t优得20分，良得15分，差不得分
效益\t满意度\t20\t满意度达到90%得满分，每低1个百分点扣1分"""


def dictionaries():
    """Names of the text formats, and the words that tables are understood by."""
    names, words = set(), set()
    for source in [*(ROOT / "src/template").rglob("*.rs"), *(ROOT / "src/evaluation").rglob("*.rs"), *(ROOT / "src/file").glob("*.rs")]:
        text = source.read_text()
        if "Deserialize" in text:
            names.update(f"{name}:" for name in re.findall(r"^    (?:pub(?:\(super\))? )?([a-z_]+): ", text, re.M))
            names.update(re.findall(r"^    ([A-Z]\w+)[,({]", text, re.M))
    for source in [*(ROOT / "src/import").rglob("*.rs"), *(ROOT / "src/evaluation").glob("*paste.rs")]:
        text = source.read_text().split("#[cfg(test)]")[0]
        words.update(re.findall(r'"([^"\\\n]*[\u2190-\u9fff\uff00-\uffef][^"\\\n]*)"', text))
    names.update(["Some(", "None", '""', "true", "79228162514264337593543950335", "0.0000000000000000000000000001"])
    for target in ("evaluation", "template", "container", "edits", "record"):
        write_dictionary(target, names)
    for target in ("table", "pasted"):
        write_dictionary(target, words)


def write_dictionary(target, words):
    entries = sorted(word.encode() for word in words)
    lines = ('"' + "".join(f"\\x{byte:02x}" for byte in entry) + '"\n' for entry in entries if len(entry) <= LONGEST_WORD)
    (CORPUS / f"{target}.dict").write_text("".join(lines))


samples()
random_cases()
workbooks()
dictionaries()
