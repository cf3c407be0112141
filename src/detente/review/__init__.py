"""Review: people judge a random sample of sentences, and figures are corrected by what they found.

1. draw      a probability sample of sentences, coded and uncoded, in a file to fill in
2. take      the judgements back, row by row, from any number of reviewers
3. figures   agreement, precision and recall, and corrected totals with intervals
"""
