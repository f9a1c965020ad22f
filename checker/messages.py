"""Every sentence that users see passes through `_`: Indonesian is the source language, other languages are catalogues.

Never decides anything; it only finds words.
"""

from __future__ import annotations

import gettext
from importlib.resources import files

_translations = gettext.translation('cekbukti', str(files('checker') / 'locale'), fallback=True)
_ = _translations.gettext
ngettext = _translations.ngettext
