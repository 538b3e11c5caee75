"""Word lists of the extraction: closed classes and the verbs, nouns and titles that newswriting attributes speech with."""
