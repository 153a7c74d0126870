"""What a wheel holds besides the sources: the bundled grant as it is read from its YAML files."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledGrant(BuildHookInterface):
    """Reads the grant once, so that no command has to."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the grant to a wheel; an editable installation reads what is being edited."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root, "src")))
        from allokera.usecases.read_grant import COMPILED, compile_grant

        compiled = Path(self.directory, COMPILED)
        compiled.parent.mkdir(parents=True, exist_ok=True)
        compiled.write_bytes(compile_grant(Path(self.root, "data")))
        build_data["force_include"][str(compiled)] = f"allokera/data/{COMPILED}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave the wheel alone where it was made."""
        for compiled in Path(self.directory).glob("*.pickle"):
            compiled.unlink()
