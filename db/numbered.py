"""Rows that a plan numbers from 1 as they come: receipts, remarks, approvals, written reports."""

from sqlalchemy import Connection, Table, func, select


def following(connection: Connection, table: Table, plan: int) -> int:
    """Give the number of the next row of a plan of this key."""
    last = select(func.max(table.c.number)).where(table.c.plan_id == plan)
    return (connection.scalar(last) or 0) + 1
