"""Makes the synthetic documents of `sample_docs/`; never imports the checker or its rules, and copies no real document.

Every name, number, region and signature here is invented.
"""
