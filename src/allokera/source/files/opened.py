"""A file whose bytes are there: its name, its bytes, and its text where it is one."""

from dataclasses import dataclass
from functools import cached_property

from allokera.source.files.encoding import Encoded, decode


@dataclass(frozen=True)
class Opened:
    """A file that is being read.

    Attributes:
        file: its name, for messages.
        content: its bytes.
        names: known names, by which an encoding is told.
    """

    file: str
    content: bytes
    names: tuple[str, ...] = ()

    @cached_property
    def encoded(self) -> Encoded:
        """The bytes as text.

        Raises:
            SourceError: they are none.
        """
        return decode(self.file, self.content, self.names)

    @property
    def text(self) -> str:
        """The text alone."""
        return self.encoded.text
