"""One question to a cluster, over a connection of its own."""

import psycopg2

from config.logins import APP


def ask(cluster, statement="SELECT 1", login=APP):
    """Run one statement in a connection of its own and return its first row."""
    connection = psycopg2.connect(
        host=str(cluster.socket),
        user=login,
        password=cluster.passwords[login],
        dbname="kiem_tra",
    )
    with connection, connection.cursor() as cursor:
        cursor.execute(statement)
        row = cursor.fetchone() if cursor.description else None
    connection.close()
    return row
