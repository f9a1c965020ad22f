"""How fast CekBukti is and how much memory it takes: `python -m tests.bench`.

The only place for absolute figures: tests never depend on how fast a machine is.
"""
