"""The figures as a table: ratios first, since they mean the same on every machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure; `at_most` or `at_least` is the bound that the project has set itself, if it has."""

    name: str
    value: float
    unit: str
    at_most: float | None = None
    at_least: float | None = None

    @property
    def kept(self) -> bool:
        low = self.at_least is None or self.value >= self.at_least
        return low and (self.at_most is None or self.value <= self.at_most)


def rendered(title: str, figures: list[Figure]) -> str:
    """Markdown, one row a figure."""
    rows = [f'| {figure.name} | {figure.value:,.2f} {figure.unit} | {_bound(figure)} |' for figure in figures]
    return '\n'.join([f'### {title}', '', '| figure | measured | bound |', '|---|---:|---:|', *rows])


def _bound(figure: Figure) -> str:
    words = [f'{word} {bound:,.2f} {figure.unit}' for word, bound in
             (('at most', figure.at_most), ('at least', figure.at_least)) if bound is not None]
    return f'{", ".join(words)} {"kept" if figure.kept else "**missed**"}' if words else ''
