"""The bucket of files: one client, and what an instance keeps of it by version."""

import os
from collections.abc import Callable
from typing import Any, TypeVar

import boto3

from store import CONFIG

T = TypeVar("T")

FILES_BUCKET = os.environ["FILES_BUCKET"]
s3 = boto3.client("s3", config=CONFIG)
_HELD: dict[str, tuple[int, Any]] = {}


def read(bucket: str, key: str) -> bytes:
    return s3.get_object(Bucket=bucket, Key=key)["Body"].read()


def versioned(key: str, version: int, compile_file: Callable[[bytes], T]) -> T:
    """A file in the form that it is used in, read anew only when its version moved on."""
    held = _HELD.get(key)
    if held is None or held[0] != version:
        held = _HELD[key] = version, compile_file(read(FILES_BUCKET, key))
    return held[1]
