#!/usr/bin/python3
"""Makes the fonts and the character table of this folder.

Needs: python3 with fontTools 4.38 or newer (Debian: fonttools), the Unicode
character database with Unihan (Debian: unicode-data), and Noto Sans CJK 2.004
with PostScript outlines (Debian: fonts-noto-cjk).
Run: ./subset.py

Writes into this folder:
  ZhichengSans-Regular.otf, ZhichengSans-Bold.otf
      Noto Sans CJK SC cut down and renamed, as the Open Font License asks of a
      changed font whose name is reserved. PostScript outlines are read glyph by
      glyph when they are drawn, and TrueType's all at once when the font is opened.
      They are written without subroutines: a few per cent longer, and much shorter
      in a compressed download.
  hanzi8105.txt
      The 8105 characters of 通用规范汉字表 (2013), from Unihan's kTGH.

The same inputs give the same bytes.
"""

import bz2
import glob
import hashlib
import pathlib
import re
import sys
import unicodedata

from fontTools import subset
from fontTools.ttLib import TTCollection

UNIHAN = "/usr/share/unicode/Unihan_*.txt.bz2"
FAMILY = "Zhicheng Sans"
COLLECTIONS = {
    "Regular": "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a",
    "Bold": "faa5f3656a78b2e2d450d27fe8382c778bc2b6bb5ea29c986664a6a435056ceb",
}
SIMPLIFIED = "Noto Sans CJK SC"

# Blocks taken as far as the font has them, beside GBK and the 8105 list:
# Latin and pinyin letters, Greek, Cyrillic, punctuation, marks and symbols,
# kana and bopomofo, all unified ideographs of the first block, and every
# ideograph beyond the Basic Multilingual Plane, because each may stand in a name.
BLOCKS = [
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x02B0, 0x02FF), (0x0370, 0x04FF),
    (0x1E00, 0x1EFF), (0x2000, 0x2BFF), (0x2E80, 0x312F), (0x31A0, 0x33FF),
    (0x4E00, 0x9FFF), (0xFE10, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x3FFFD),
]


def standard_characters():
    """The 8105 characters of 通用规范汉字表, ordered by code point."""
    found = set()
    for name in glob.glob(UNIHAN):
        with bz2.open(name, "rt", encoding="utf-8") as lines:
            for line in lines:
                match = re.match(r"U\+([0-9A-F]+)\tkTGH\t2013:", line)
                if match:
                    found.add(int(match[1], 16))
    if len(found) != 8105:
        sys.exit(f"{UNIHAN}: {len(found)} characters with kTGH, expected 8105")
    return sorted(found)


def gbk_characters():
    """Every character that GBK encodes: the two-byte codes of GB 18030, which
    has the place of GBK's later additions that Python's gbk does not know."""
    found = set()
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                text = bytes([lead, trail]).decode("gb18030")
            except UnicodeDecodeError:
                continue
            if len(text) == 1:
                found.add(ord(text))
    return found


def collection(weight):
    """The path of the installed collection and the place of the simplified font."""
    path = pathlib.Path(f"/usr/share/fonts/opentype/noto/NotoSansCJK-{weight}.ttc")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != COLLECTIONS[weight]:
        sys.exit(f"{path}: sha256 is {digest}, expected {COLLECTIONS[weight]}")
    names = [f["name"].getDebugName(1) or "" for f in TTCollection(path).fonts]
    return path, next(i for i, name in enumerate(names) if name.startswith(SIMPLIFIED))


def cut(source, number, wanted):
    """Opens one weight and keeps the glyphs of wanted and plain Latin kerning."""
    options = subset.Options()
    options.font_number = number
    options.layout_features = ["ccmp", "kern", "mark"]
    options.hinting = False
    options.desubroutinize = True
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14]
    options.drop_tables += [
        "BASE", "STAT", "vhea", "vmtx", "gasp", "prep", "DSIG", "VORG",
    ]
    options.recalc_timestamp = False
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    # Variation sequences choose between glyphs that are not all here.
    font["cmap"].tables = [t for t in font["cmap"].tables if t.format in (4, 12)]
    return font


def rename(font, weight):
    """Gives the changed font a name of its own."""
    full = f"{FAMILY} {weight}"
    postscript = full.replace(" ", "", 1).replace(" ", "-")
    texts = {
        1: FAMILY, 2: weight, 3: f"2.004;{postscript}", 4: full, 6: postscript,
        10: f"A subset of {SIMPLIFIED} 2.004 with PostScript outlines.",
    }
    for record in font["name"].names:
        if record.nameID in texts:
            record.string = texts[record.nameID]
    outlines = font["CFF "].cff
    outlines.fontNames = [postscript]
    outlines[0].FullName, outlines[0].FamilyName = full, FAMILY


def write_standard(folder, standard):
    """Writes the 8105 characters, forty a line."""
    lines = [
        "# 通用规范汉字表 (国务院, 2013), 8105 characters by code point, from the property",
        f"# kTGH of Unihan, Unicode {unicodedata_version()}. Made by subset.py; do not edit.",
    ]
    text = [chr(code) for code in standard]
    lines += ["".join(text[i:i + 40]) for i in range(0, len(text), 40)]
    (folder / "hanzi8105.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def unicodedata_version():
    head = pathlib.Path("/usr/share/unicode/PropList.txt").read_text(encoding="utf-8")
    return re.match(r"# PropList-([0-9.]+)\.txt", head)[1]


def main():
    folder = pathlib.Path(__file__).resolve().parent
    standard = standard_characters()
    blocks = {c for first, last in BLOCKS for c in range(first, last + 1)}
    wanted = blocks | gbk_characters() | set(standard)
    wanted = {c for c in wanted if unicodedata.category(chr(c)) != "Co"}
    for weight in COLLECTIONS:
        font = cut(*collection(weight), wanted)
        rename(font, weight)
        target = folder / f"{FAMILY.replace(' ', '')}-{weight}.otf"
        font.save(target, reorderTables=True)
        print(target.name, target.stat().st_size, "bytes,", font["maxp"].numGlyphs, "glyphs")
    write_standard(folder, standard)


if __name__ == "__main__":
    main()
