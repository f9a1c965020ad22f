"""The figures as a table: ratios first, since they mean the same on every machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure; `at_most` is the bound that the project has set itself, if it has."""

    name: str
    value: float
    unit: str
    at_most: float | None = None

    @property
    def kept(self) -> bool:
        return self.at_most is None or self.value <= self.at_most


def rendered(title: str, figures: list[Figure]) -> str:
    """Markdown, one row a figure."""
    rows = [f'| {figure.name} | {figure.value:,.2f} {figure.unit} | {_bound(figure)} |' for figure in figures]
    return '\n'.join([f'### {title}', '', '| figure | measured | at most |', '|---|---:|---:|', *rows])


def _bound(figure: Figure) -> str:
    if figure.at_most is None:
        return ''
    return f'{figure.at_most:,.2f} {figure.unit} {"kept" if figure.kept else "**missed**"}'
