"""Symbols beside numbers, and how each is said."""

from __future__ import annotations

from typing import Final

#: Unit symbols that may follow a number. 公里 and 公斤 are said for km and kg, as in ordinary speech.
UNITS: Final[dict[str, str]] = {
    "km²": "píngfāng gōnglǐ",
    "km2": "píngfāng gōnglǐ",
    "cm²": "píngfāng límǐ",
    "m²": "píngfāngmǐ",
    "m2": "píngfāngmǐ",
    "㎡": "píngfāngmǐ",
    "m³": "lìfāngmǐ",
    "m3": "lìfāngmǐ",
    "kWh": "qiānwǎshí",
    "kW·h": "qiānwǎshí",
    "km": "gōnglǐ",
    "dm": "fēnmǐ",
    "cm": "límǐ",
    "mm": "háomǐ",
    "μm": "wēimǐ",
    "nm": "nàmǐ",
    "kg": "gōngjīn",
    "mg": "háokè",
    "μg": "wēikè",
    "mL": "háoshēng",
    "ml": "háoshēng",
    "kHz": "qiānhè",
    "MHz": "zhàohè",
    "GHz": "jíhè",
    "Hz": "hèzī",
    "kPa": "qiānpà",
    "MPa": "zhàopà",
    "kW": "qiānwǎ",
    "MW": "zhàowǎ",
    "GW": "jíwǎ",
    "kV": "qiānfú",
    "kJ": "qiānjiāo",
    "kcal": "qiānkǎ",
    "dB": "fēnbèi",
    "ms": "háomiǎo",
    "min": "fēnzhōng",
    "℃": "shèshìdù",
    "°C": "shèshìdù",
    "℉": "huáshìdù",
    "°F": "huáshìdù",
    "°": "dù",
    "m": "mǐ",
    "g": "kè",
    "t": "dūn",
    "h": "xiǎoshí",
    "L": "shēng",
    "V": "fú",
    "W": "wǎ",
}

#: Units per time: what is said before the number, and after it.
RATES: Final[dict[str, tuple[str, str]]] = {
    "km/h": ("měi xiǎoshí", "gōnglǐ"),
    "m/s": ("měi miǎo", "mǐ"),
    "m³/s": ("měi miǎo", "lìfāngmǐ"),
    "mg/L": ("měi shēng", "háokè"),
    "μg/m³": ("měi lìfāngmǐ", "wēikè"),
}

#: Units of temperature, of which a value below zero is said 零下.
TEMPERATURES: Final = frozenset({"℃", "°C", "℉", "°F"})

#: Signs that turn a number into parts of a hundred, a thousand, ten thousand.
PARTS: Final[dict[str, str]] = {"%": "bǎi", "‰": "qiān", "‱": "wàn"}

#: Currency signs before a number, and what is said after it.
CURRENCIES: Final[dict[str, str]] = {
    "US$": "měiyuán",
    "HK$": "gǎngyuán",
    "$": "měiyuán",
    "¥": "yuán",
    "€": "ōuyuán",
    "£": "yīngbàng",
}

#: Signs inside a formula.
OPERATORS: Final[dict[str, str]] = {
    "+": "jiā",
    "-": "jiǎn",
    "×": "chéng",
    "x": "chéng",
    "÷": "chúyǐ",
    "=": "děngyú",
    ">": "dàyú",
    "<": "xiǎoyú",
    "≥": "dàyú děngyú",
    "≤": "xiǎoyú děngyú",
    "≠": "bù děngyú",
    "≈": "yuē děngyú",
    "±": "zhèngfù",
}

#: The characters of a scale such as 千万 or 万亿.
SCALES: Final[dict[str, str]] = {"十": "shí", "百": "bǎi", "千": "qiān", "万": "wàn", "亿": "yì"}
