"""What an evaluation gives: tables of figures, each with its sample size, its interval where it has one, and its signature."""

from dataclasses import dataclass
from typing import Any

from workbench.model import Signature


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value; `n` is the number of things it is the mean of, `interval` the 95 % bootstrap interval."""

    name: str
    value: float | None
    n: int
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Figures measured in one way on one body of data."""

    title: str
    figures: tuple[Figure, ...]
    signature: Signature

    def as_json(self) -> dict[str, Any]:
        """The table for other programs."""
        figures = [
            {"name": figure.name, "value": figure.value, "n": figure.n, "interval": list(figure.interval) if figure.interval else None}
            for figure in self.figures
        ]
        return {"title": self.title, "figures": figures, "signature": str(self.signature)}

    def as_text(self) -> str:
        """The table for people."""
        width = max((len(figure.name) for figure in self.figures), default=0)
        lines = [self.title, *(_line(figure, width) for figure in self.figures), f"  {self.signature}"]
        return "\n".join(lines)


def _line(figure: Figure, width: int) -> str:
    value = "–" if figure.value is None else f"{figure.value:.3f}"
    interval = f"  [{figure.interval[0]:.3f}, {figure.interval[1]:.3f}]" if figure.interval else ""
    return f"  {figure.name:{width}}  {value}  n {figure.n}{interval}"
