#!/usr/bin/python3
"""Makes the fonts and the character tables of this folder.

Needs: python3 with fontTools 4.38 or newer (Debian: fonttools), npm, the
Unicode character database with Unihan (Debian: unicode-data), and Noto Sans CJK
2.004 with PostScript outlines (Debian: fonts-noto-cjk).
Run:   ./subset.py            writes everything below into this folder
       ./subset.py DIR        takes the npm package unpacked in DIR instead

Writes:
  ZhichengSans-Regular.ttf, ZhichengSans-Bold.ttf
      For print. Noto Sans SC cut down and renamed, as the Open Font License asks
      of a changed font whose name is reserved.
  ZhichengSans-Regular.otf, ZhichengSans-Bold.otf
      For the window. The same characters of the same version of the design, with
      PostScript outlines: those are read glyph by glyph when they are drawn, and
      TrueType's all at once when the font is opened.
  private.txt
      The private code points that lead to glyphs beyond the Basic
      Multilingual Plane: "private code, real code point, character" a line.
  hanzi8105.txt
      The 8105 characters of 通用规范汉字表 (2013), from Unihan's kTGH.

The same inputs give the same bytes.
"""

import base64
import bz2
import glob
import hashlib
import pathlib
import re
import struct
import subprocess
import sys
import tarfile
import tempfile
import unicodedata

from fontTools import subset
from fontTools.ttLib import TTCollection
from fontTools.ttLib.tables.DefaultTable import DefaultTable

PACKAGE = "@expo-google-fonts/noto-sans-sc"
VERSION = "0.4.3"
INTEGRITY = (
    "9rAwdFTFHbO/u6Cs0gj2jZbW74TGIiaFNQnXYH2s5wA1bzVkwbaviL4t8YUV642e"
    "GYjg86eH6DkAEQmfNHDncQ=="
)
UNIHAN = "/usr/share/unicode/Unihan_*.txt.bz2"
FAMILY = "Zhicheng Sans"
WEIGHTS = {
    "Regular": "400Regular/NotoSansSC_400Regular.ttf",
    "Bold": "700Bold/NotoSansSC_700Bold.ttf",
}
COLLECTIONS = {
    "Regular": "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a",
    "Bold": "faa5f3656a78b2e2d450d27fe8382c778bc2b6bb5ea29c986664a6a435056ceb",
}
SIMPLIFIED = "Noto Sans CJK SC"
FIRST_PRIVATE = 0xE000

# Blocks taken as far as the font has them, beside GBK and the 8105 list:
# Latin and pinyin letters, Greek, Cyrillic, punctuation, marks and symbols,
# kana and bopomofo, all unified ideographs of the first block, and every
# ideograph beyond the Basic Multilingual Plane, because each may stand in a name.
BLOCKS = [
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x02B0, 0x02FF), (0x0370, 0x04FF),
    (0x1E00, 0x1EFF), (0x2000, 0x2BFF), (0x2E80, 0x312F), (0x31A0, 0x33FF),
    (0x4E00, 0x9FFF), (0xFE10, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x3FFFD),
]


def unpack(target):
    """Fetches the pinned npm package and unpacks it below target."""
    subprocess.run(
        ["npm", "pack", "--silent", f"{PACKAGE}@{VERSION}"],
        cwd=target, check=True, stdout=subprocess.DEVNULL,
    )
    archive = next(pathlib.Path(target).glob("*.tgz"))
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if digest != INTEGRITY:
        sys.exit(f"{archive.name}: sha512 is {digest}, expected {INTEGRITY}")
    with tarfile.open(archive) as tar:
        tar.extractall(target)
    return pathlib.Path(target) / "package"


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


def cut(source, wanted, number=0):
    """Opens one weight and keeps the glyphs of wanted and plain Latin kerning."""
    options = subset.Options()
    options.font_number = number
    options.layout_features = ["ccmp", "kern", "mark"]
    options.hinting = False
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
    return font


def map_private(font, table):
    """Adds the private codes to every character map and drops variation sequences."""
    best = font.getBestCmap()
    maps = [t for t in font["cmap"].tables if t.format in (4, 12)]
    for code, real in table:
        for one in maps:
            one.cmap[code] = best[real]
    font["cmap"].tables = maps


def rename(font, weight, source):
    """Gives the changed font a name of its own."""
    full = f"{FAMILY} {weight}"
    postscript = full.replace(" ", "", 1).replace(" ", "-")
    texts = {
        1: FAMILY, 2: weight, 3: f"2.004;{postscript}", 4: full, 6: postscript,
        10: f"A subset of {source}",
    }
    for record in font["name"].names:
        if record.nameID in texts:
            record.string = texts[record.nameID]
    if "CFF " in font:
        outlines = font["CFF "].cff
        outlines.fontNames = [postscript]
        outlines[0].FullName, outlines[0].FamilyName = full, FAMILY


def freeze_tables(font):
    """Writes hmtx with one full record a glyph and pads name to four bytes.

    A reader that asks for the metrics of a glyph without a record of its own, or
    for the checksum of a table of odd length, may write into the font's bytes.
    The program shares those bytes between its window and all its documents.
    """
    metrics = font["hmtx"].metrics
    order = font.getGlyphOrder()
    raw = DefaultTable("hmtx")
    raw.data = b"".join(struct.pack(">Hh", *metrics[name]) for name in order)
    font["hhea"].numberOfHMetrics = len(order)
    data = font["name"].compile(font)
    name = DefaultTable("name")
    name.data = data + b"\0" * (-len(data) % 4)
    font["hmtx"], font["name"] = raw, name


def write_tables(folder, table, standard):
    lines = [
        "# Private code points of the fonts in this folder, the code point that each",
        "# one stands for, and the character. Made by subset.py; do not edit.",
    ]
    lines += [f"{code:04X} {real:04X} {chr(real)}" for code, real in table]
    (folder / "private.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
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


def make(package, folder):
    standard = standard_characters()
    blocks = {c for first, last in BLOCKS for c in range(first, last + 1)}
    wanted = blocks | gbk_characters() | set(standard)
    wanted = {c for c in wanted if unicodedata.category(chr(c)) != "Co"}
    fonts = {w: cut(package / path, wanted) for w, path in WEIGHTS.items()}
    rare = [sorted(c for c in f.getBestCmap() if c > 0xFFFF) for f in fonts.values()]
    if any(r != rare[0] for r in rare):
        sys.exit("the weights differ in the characters beyond the BMP")
    table = [(FIRST_PRIVATE + i, real) for i, real in enumerate(rare[0])]
    for weight, font in fonts.items():
        map_private(font, table)
        rename(font, weight, f"Noto Sans SC ({PACKAGE} {VERSION}), with private codes "
               "for the characters beyond the Basic Multilingual Plane.")
        freeze_tables(font)
        write_font(font, folder / f"{FAMILY.replace(' ', '')}-{weight}.ttf")
        printed = {c for c in font.getBestCmap() if unicodedata.category(chr(c)) != "Co"}
        make_window_font(folder, weight, printed)
    write_tables(folder, table, standard)


def make_window_font(folder, weight, wanted):
    path, number = collection(weight)
    font = cut(path, wanted, number)
    rename(font, weight, f"{SIMPLIFIED} 2.004 with PostScript outlines.")
    write_font(font, folder / f"{FAMILY.replace(' ', '')}-{weight}.otf")


def write_font(font, target):
    font.save(target, reorderTables=True)
    print(target.name, target.stat().st_size, "bytes,", font["maxp"].numGlyphs, "glyphs")


def main():
    folder = pathlib.Path(__file__).resolve().parent
    if len(sys.argv) > 1:
        make(pathlib.Path(sys.argv[1]), folder)
        return
    with tempfile.TemporaryDirectory() as target:
        make(unpack(target), folder)


if __name__ == "__main__":
    main()
