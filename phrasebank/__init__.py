"""What past statements of the Cross-Border Crime Forum said.

This package knows no editor, no protocol and no draft: it reads statements and the
register, and answers questions about their wording.
"""
