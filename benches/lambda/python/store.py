"""Rows of the table, and the clients that read and write them.

Clients are made while the module loads, as AWS advises, so that the init phase pays for them. Rows live in partitions
of their own ("python#…") beside Tripdesk's in the same table.
"""

import json
import os
from typing import Any

import boto3
from boto3.dynamodb.types import TypeDeserializer, TypeSerializer
from botocore.config import Config

Row = dict[str, Any]
Key = tuple[str, str]

TABLE = os.environ["TABLE_NAME"]
CONFIG = Config(connect_timeout=1, read_timeout=3, retries={"mode": "standard", "max_attempts": 4})

dynamodb = boto3.client("dynamodb", config=CONFIG)
_serialize = TypeSerializer().serialize
_deserialize = TypeDeserializer().deserialize


def tenant_key(tenant: str, kind: str, name: str = "") -> Key:
    """Where a tenant's row lies; the tenant is the partition, so that a policy can hold a caller to it."""
    return f"python#T#{tenant}", f"{kind}#{name}"


def login_key(email: str) -> Key:
    return "python#login", email.strip().lower()


def mailbox_key(address: str) -> Key:
    return "python#mailbox", address.strip().lower()


def attempts_key(email: str, address: str) -> Key:
    return "python#attempts", f"{email.strip().lower()}#{address}"


def dynamo(value: Row) -> Row:
    """A row in DynamoDB's notation."""
    return {name: _serialize(field) for name, field in value.items()}


def plain(item: Row) -> Row:
    """A row out of DynamoDB's notation; `body` holds the parts that nothing looks for, as JSON."""
    row = {name: _deserialize(field) for name, field in item.items()}
    return row | json.loads(row.pop("body")) if "body" in row else row


def row(key: Key, body: Row | None = None, **fields: Any) -> Row:
    """A row to write, in DynamoDB's notation."""
    whole = {"pk": key[0], "sk": key[1], **fields}
    if body is not None:
        whole["body"] = json.dumps(body)
    return dynamo(whole)


def put(key: Key, body: Row | None = None, **fields: Any) -> Row:
    """A write of a transaction, whatever was there before."""
    return {"Put": {"TableName": TABLE, "Item": row(key, body, **fields)}}


def create(key: Key, body: Row | None = None, **fields: Any) -> Row:
    """A write of a transaction that fails when the row is there already."""
    write = put(key, body, **fields)
    write["Put"]["ConditionExpression"] = "attribute_not_exists(pk)"
    return write


def commit(writes: list[Row]) -> bool:
    """Carries out all writes or none; false when a condition did not hold."""
    try:
        dynamodb.transact_write_items(TransactItems=writes)
    except dynamodb.exceptions.TransactionCanceledException as cancelled:
        reasons = cancelled.response.get("CancellationReasons", [])
        if any(reason.get("Code") == "ConditionalCheckFailed" for reason in reasons):
            return False
        raise
    return True


def get(key: Key) -> Row | None:
    item = dynamodb.get_item(TableName=TABLE, Key=row(key), ConsistentRead=True).get("Item")
    return plain(item) if item else None


def get_all(keys: list[Key], fields: list[str] | None = None) -> list[Row | None]:
    """Several rows by one call, in the order of their keys; of each only these fields, where they are named."""
    request: Row = {"Keys": [row(key) for key in keys], "ConsistentRead": True}
    if fields:
        wanted = ["pk", "sk", *fields]
        names = {f"#{number}": name for number, name in enumerate(wanted)}
        request["ProjectionExpression"] = ",".join(names)
        request["ExpressionAttributeNames"] = names
    answer = dynamodb.batch_get_item(RequestItems={TABLE: request})
    found = {}
    for item in answer["Responses"][TABLE]:
        whole = plain(item)
        found[whole["pk"], whole["sk"]] = whole
    return [found.get(key) for key in keys]


def delete(key: Key) -> None:
    dynamodb.delete_item(TableName=TABLE, Key=row(key))


def add(key: Key, name: str, amount: int, **fields: Any) -> int:
    """Adds to a counter, setting other fields beside it, and returns what it is now."""
    sets = ", ".join(f"#{field} = :{field}" for field in fields)
    answer = dynamodb.update_item(
        TableName=TABLE,
        Key=row(key),
        UpdateExpression=f"ADD #counter :amount{' SET ' + sets if sets else ''}",
        ExpressionAttributeNames={"#counter": name, **{f"#{f}": f for f in fields}},
        ExpressionAttributeValues=dynamo({":amount": amount, **{f":{f}": value for f, value in fields.items()}}),
        ReturnValues="UPDATED_NEW",
    )
    return int(plain(answer["Attributes"])[name])
