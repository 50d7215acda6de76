"""One polite client: honest name, paced, patient with overload, and limited in bytes and time.

Everything that a publisher sends is hostile until parsed: sizes and times are bounded before they are believed,
redirects never leave encryption, and a key never leaves the host that it was given for.
"""

from __future__ import annotations

from weighbridge.http.client import Client
from weighbridge.http.reply import NotModified, Reply, Validators

__all__ = ["Client", "NotModified", "Reply", "Validators"]
