"""`python -m checker` is the command `cekbukti`; nothing else happens here."""

from checker.cli import main

if __name__ == '__main__':
    main()
