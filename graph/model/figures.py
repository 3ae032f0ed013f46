"""The figures of a claim: as the columns have them, and what these say together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

Interval = Literal["range", "iqr", "sd", "ci90", "ci95", "ci99", "cri95", "pi95"]
"""What `low` and `high` are the ends of: all that was found, its middle half, one standard deviation on both sides of a
mean, a confidence interval, a credible one, or a prediction interval of a meta-analysis.

The words are short for those that ClinicalTrials.gov (Results Data Element Definitions: measure of dispersion or
precision) and the Cochrane Handbook (10.10.4.3) have.
"""

INTERVAL_WORDS: Mapping[Interval, str] = MappingProxyType(
    {
        "range": "range",
        "iqr": "IQR",
        "sd": "\N{PLUS-MINUS SIGN}1 SD",
        "ci90": "90 % CI",
        "ci95": "95 % CI",
        "ci99": "99 % CI",
        "cri95": "95 % CrI",
        "pi95": "95 % PI",
    }
)
"""How people write them."""

INTERVALS: tuple[Interval, ...] = get_args(Interval)

Ends = tuple[Decimal, Decimal]
"""The low and the high end of an interval."""


class Estimate(NamedTuple):
    """A figure as medicine writes it: a point, an interval, or a point with its interval; without any it is false.

    `interval` says what the `ends` are those of, and is none without them.
    """

    point: Decimal | None = None
    ends: Ends | None = None
    interval: Interval | None = None

    def __bool__(self) -> bool:
        return self.point is not None or self.ends is not None

    @property
    def reach(self) -> Ends | None:
        """From where to where the figure itself is: its point, whatever the interval of that, else its ends."""
        return self.ends if self.point is None else (self.point, self.point)


NO_ESTIMATE = Estimate()


def read_estimate(
    value: Decimal | None, low: Decimal | None, high: Decimal | None, interval: Interval | None
) -> Estimate:
    """What the columns of a figure say together.

    One end alone, or twice the same, is a point. Ends without a word are those of a range, or beside a value those of
    its 95 % confidence interval.
    """
    if value is None and low is None and high is None:
        return NO_ESTIMATE
    ends = (low, high) if low is not None and high is not None else None
    if ends and value is None and low == high:
        ends = None
    if ends is None:
        point = next((each for each in (value, low, high) if each is not None), None)
        return NO_ESTIMATE if point is None else Estimate(point)
    return Estimate(value, ends, interval or ("range" if value is None else "ci95"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """The figures of a claim as its columns have them, in `unit`, for `population` against `comparator`.

    Numbers are decimals, as they are written; `n` counts people and `n_studies` studies. `low` and `high` are the ends
    of what `interval` says (see `graph.model.Interval`, which names its sources). What they say together is an
    `estimate`, and a `comparator_estimate`.
    """

    measure: str = ""
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    interval: Interval | None = None
    unit: str = ""
    population: str = ""
    comparator: str = ""
    comparator_value: Decimal | None = None
    comparator_low: Decimal | None = None
    comparator_high: Decimal | None = None
    comparator_interval: Interval | None = None
    n: int | None = None
    n_studies: int | None = None

    def __bool__(self) -> bool:
        return self is not NO_QUANTITY and self != NO_QUANTITY

    @property
    def estimate(self) -> Estimate:
        """The figure of those whom the claim is about."""
        return read_estimate(self.value, self.low, self.high, self.interval)

    @property
    def has_figure(self) -> bool:
        """Whether there is a figure of those whom the claim is about, as the `estimate` tells, which is longer made."""
        return not (self.value is None and self.low is None and self.high is None)

    @property
    def comparator_estimate(self) -> Estimate:
        """The figure of those with whom they are compared."""
        return read_estimate(self.comparator_value, self.comparator_low, self.comparator_high, self.comparator_interval)


NO_QUANTITY = Quantity()
