"""Full-Hub listings in a dataset repository: its revisions, the columns wanted of one, and the rows they give."""
