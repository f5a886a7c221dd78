"""The connection: starts the embedded server on first use, refuses a wrong server or login."""

from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base

from config import embedded
from config.logins import APP, NOBODY
from config.postgresql import conditions
from config.postgresql.asking import AskingCursor
from config.refusals import CannotRun


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL under one of our logins; `EMBEDDED` names the folder of our own server."""

    def get_connection_params(self) -> dict[str, Any]:
        settings = self.settings_dict
        if settings["LOGIN"] == NOBODY:
            raise CannotRun("Lệnh này không dùng cơ sở dữ liệu.")
        if folder := settings.get("EMBEDDED"):
            cluster = embedded.Cluster(Path(folder))
            embedded.hold(cluster)
            settings.update(HOST=str(cluster.socket), PASSWORD=cluster.passwords[settings["USER"]])
        return super().get_connection_params()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        try:
            conditions.demand(connection, app=self.settings_dict["LOGIN"] == APP)
        except CannotRun:
            connection.close()
            raise
        if self.settings_dict["LOGIN"] == APP:
            connection.cursor_factory = AskingCursor
        return connection
