"""Words of RTF: code pages, signs, and groups that hold no text of the document."""

from __future__ import annotations

CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip
CODE_PAGES: dict[int | str, str] = {
    **{n: f"cp{n}" for n in (437, 720, 737, 775, 850, 852, 855, 857, 858, 860, 862, 863, 864, 865, 866, 874,
                             932, 949, 950, *range(1250, 1259))},
    708: "iso8859_6", 709: "iso8859_6", 936: "gbk", 10000: "mac_roman", 10004: "mac_arabic",
    28596: "iso8859_6", 65001: "utf-8", "mac": "mac_roman", "pc": "cp437", "pca": "cp850",
}  # fmt: skip
SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "\u2014", "endash": "\u2013", "emspace": " ", "enspace": " ",
    "qmspace": " ", "bullet": "\u2022", "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c",
    "rdblquote": "\u201d", "softline": "\n", "zwnj": "\u200c", "zwj": "\u200d", "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}  # fmt: skip
# Groups of other things; what begins with \* and is not known is none of the text either.
UNSEEN = frozenset(
    ("colortbl", "stylesheet", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "pict",
     "object", "objdata", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr",
     "footerf", "fldinst", "datafield", "annotation", "atnid", "atnauthor", "atnref", "atndate",
     "atntime", "atnicn", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "xe", "tc",
     "template", "operator", "author", "company", "manager", "category", "keywords", "comment",
     "doccomm", "hlinkbase", "subject", "revtim", "printim", "buptim", "themedata",
     "colorschememapping", "latentstyles", "pgdsctbl", "pntext", "listtext", "filetbl", "bkmkstart",
     "bkmkend", "sp", "nonshppict", "shprslt", "userprops", "xmlnstbl", "mmathPr", "nonesttables",
     "htmltag", "pnseclvl", "fontemb", "panose", "falt")
)  # fmt: skip
