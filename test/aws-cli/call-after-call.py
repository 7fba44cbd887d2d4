"""Runs the AWS CLI in one process, since its start costs most of a call: for each line of input,
the words of a call as JSON, a line of output with how it ended."""
import contextlib
import io
import json
import sys

from awscli.clidriver import create_clidriver

for line in sys.stdin:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = create_clidriver().main(json.loads(line))
    ended = {"code": code, "stdout": out.getvalue(), "stderr": err.getvalue()}
    print(json.dumps(ended), flush=True)
