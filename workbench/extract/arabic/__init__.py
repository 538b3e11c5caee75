"""Speech in Arabic documents, with quote marks and without: verbs, participles, speakers, outlets, agencies."""
