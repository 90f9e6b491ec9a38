"""The real editors the tests drive, and the tools that lint their code.

Nothing is installed into the machine or into the project's environment: what is missing is fetched once
into a cache outside the tree (see :mod:`.cache`) and found there the next time.
``python -m tests.editors.tools`` fetches it all and prints where each thing is.
"""
