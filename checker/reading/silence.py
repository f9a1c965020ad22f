"""Makes this process say nothing on standard error. Loaded by the server that children fork from, and nowhere else.

A child that is still starting when the program ends would print a stack trace over the user's prompt. Once it works, a
child's words go to a file of its own (`child.confine`).
"""

from __future__ import annotations

import os

_nowhere = os.open(os.devnull, os.O_WRONLY)
os.dup2(_nowhere, 2)
os.close(_nowhere)
