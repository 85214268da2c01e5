"""The faces: command line, batch, evaluation, HTML and data frames. They hold no linguistics."""
