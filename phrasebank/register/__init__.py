"""The register: dated facts on people, offices, bodies, instruments and terms, in both languages."""
