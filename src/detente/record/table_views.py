"""Tables as attributes of a record."""

from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from detente.record.store import Record, Rows


class TableView:
    """An attribute of a record: the table it is named after, as a DuckDB relation."""

    def __init__(self, doc: str) -> None:
        self.__doc__ = doc
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, record: None, owner: type) -> "TableView": ...

    @overload
    def __get__(self, record: "Record", owner: type | None = None) -> "Rows": ...

    def __get__(self, record: "Record | None", owner: type | None = None) -> "TableView | Rows":
        return self if record is None else record.relation(self.name)
