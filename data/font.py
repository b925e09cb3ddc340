"""Make the Chinese font of the figures: `python -m data.font NotoSansCJK-Regular.ttc`.

The original is in Debian's package fonts-noto-cjk, under the SIL Open Font License, which comes with the font here.
Kept are the 3,755 most frequent characters (the first level of GB 2312), punctuation, and every other character
that a translation contains. Needs fontTools.
"""

import io
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "helpers" / "figures" / "fonts" / "NotoSansCJKsc-subset.otf"
FAMILY = "Noto Sans CJK SC"
PUNCTUATION = "，。、；：？！“”‘’（）《》【】—…·「」～￥％　＋－×÷＝"


def characters():
    """Return the characters that the font must have."""
    level_1 = {
        bytes([row, cell]).decode("gb2312", "ignore")
        for row in range(0xB0, 0xD8)
        for cell in range(0xA1, 0xFF)
    }
    return level_1 | set(PUNCTUATION) | used()


def used():
    """Return the characters from U+2E80 on in the catalogues of translations."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "locale" / "zh_CN").rglob("*.po")]
    return {character for text in texts for character in text if ord(character) >= 0x2E80}


def subset(source):
    """Return the bytes of the font with these characters, the same in every run."""
    fonts = TTCollection(source).fonts
    font = next(font for font in fonts if font["name"].getDebugName(1) == FAMILY)
    options = Options(
        layout_features=[], name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], hinting=False, desubroutinize=False
    )
    options.drop_tables += ["BASE", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(characters())))
    subsetter.subset(font)
    font.recalcTimestamp = False
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(subset(sys.argv[1]))
    print(f"wrote {TARGET.relative_to(ROOT)}: {TARGET.stat().st_size:,} bytes")
