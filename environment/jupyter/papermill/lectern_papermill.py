"""Lets papermill pass parameters to Java notebooks: `papermill in.ipynb out.ipynb -p epochs 100`.

Papermill loads its plug-ins by the engines they name, so one stands here; what counts is the translator.
"""

import math

from papermill.engines import NBClientEngine
from papermill.translators import Translator, papermill_translators


class JavaTranslator(Translator):
    """Writes parameters as assignments: the cell tagged `parameters` has declared them, and their types stay."""

    ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})

    @classmethod
    def translate_escaped_str(cls, str_val):
        return f'"{str(str_val).translate(cls.ESCAPES)}"'

    @classmethod
    def translate_none(cls, val):
        return "null"

    @classmethod
    def translate_bool(cls, val):
        return "true" if val else "false"

    @classmethod
    def translate_int(cls, val):
        return str(val) if -(2**31) <= val < 2**31 else f"{val}L"

    @classmethod
    def translate_float(cls, val):
        if math.isnan(val):
            return "Double.NaN"
        if math.isinf(val):
            return "Double.POSITIVE_INFINITY" if val > 0 else "Double.NEGATIVE_INFINITY"
        return repr(val)

    @classmethod
    def translate_list(cls, val):
        return f"java.util.Arrays.asList({', '.join(cls.translate(each) for each in val)})"

    @classmethod
    def translate_dict(cls, val):
        pairs = ", ".join(f"java.util.Map.entry({cls.translate(k)}, {cls.translate(v)})" for k, v in val.items())
        return f"java.util.Map.ofEntries({pairs})"

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}"

    @classmethod
    def assign(cls, name, str_val):
        return f"{name} = {str_val};"


class JavaEngine(NBClientEngine):
    """Papermill's usual way to execute a notebook."""


papermill_translators.register("java", JavaTranslator)
