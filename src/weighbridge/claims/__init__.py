"""From an article to verdicts: read it, find its claims, bind each to measures, judge each by estimates."""
