"""Does the server of this container answer? The HEALTHCHECK of the course image, alone and under JupyterHub."""

import os
import sys
import urllib.request
from urllib.parse import urlsplit


def address(environment: dict[str, str]) -> str:
    """A page that Jupyter serves without a token. A hub says where its single-user server listens."""
    port = urlsplit(environment.get("JUPYTERHUB_SERVICE_URL", "")).port or 8888
    return f"http://127.0.0.1:{port}{environment.get('JUPYTERHUB_SERVICE_PREFIX', '/')}api"


if __name__ == "__main__":
    try:
        urllib.request.urlopen(address(dict(os.environ)), timeout=5).close()
    except OSError as problem:
        sys.exit(f"no answer: {problem}")
