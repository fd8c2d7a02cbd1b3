"""Runs a notebook as 'jupyter execute' does, and writes what it gives: KERNEL NOTEBOOK OUTPUT."""
import pathlib
import sys

import nbformat
from nbclient import NotebookClient

kernel, source, target = sys.argv[1:]
notebook = nbformat.read(source, as_version=4)
for cell in notebook.cells:
    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None
NotebookClient(notebook, kernel_name=kernel, timeout=300, resources={"metadata": {"path": pathlib.Path(source).parent.absolute()}}).execute()
nbformat.validate(notebook)
nbformat.write(notebook, target)
