"""The seal over everything in a workbook that nobody but the office may change."""

import hmac
import json
from dataclasses import replace

from core.workbooks.manifest import Manifest, unsealed


def sealed(manifest: Manifest, key: bytes) -> Manifest:
    """Give it with its seal."""
    return replace(manifest, seal=_seal(manifest, key))


def is_genuine(manifest: Manifest, key: bytes) -> bool:
    """Tell whether it is what was sealed with the key, to the character."""
    return hmac.compare_digest(manifest.seal.encode(), _seal(manifest, key).encode())


def _seal(manifest: Manifest, key: bytes) -> str:
    """Compute HMAC-SHA256 over the slip, the columns and the rows."""
    content = json.dumps(unsealed(manifest), ensure_ascii=True, separators=(",", ":"))
    return hmac.new(key, content.encode(), "sha256").hexdigest()
