"""Alembic's entry: runs in the connection and the transaction that `db.schema` opened.

A new step: change `db.tables`, write `versions/000n_name.py` by hand, add its number to
`db.schema.REVISIONS`; the tests compare what the steps build with the tables.
"""

from alembic import context

from db.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
