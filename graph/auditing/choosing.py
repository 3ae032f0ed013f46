"""Which rules the settings mean, how severe each is, and for which causes they are ignored."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from graph.auditing.rule import Profile, Rule
from graph.auditing.settings import Settings
from graph.model import WIDER, Evidence, Severity, UnusableError
from graph.wording import did_you_mean


def choose(rules: Sequence[Rule], settings: Settings) -> tuple[list[Rule], list[tuple[Rule, str]]]:
    """The rules that the settings ask for, and those they ignore, each with its reason.

    Raises UnusableError for a word that means no rule.
    """
    chosen = {rule.code for rule in rules if is_default(rule, settings.profile)}
    if settings.select:
        chosen = {rule.code for word in settings.select for rule in meant(word, rules, settings.profile)}
    chosen |= {rule.code for word in settings.extend_select for rule in meant(word, rules, settings.profile)}
    reasons = {rule.code: why for word, why in settings.ignore.items() for rule in meant(word, rules, settings.profile)}
    wanted = [rule for rule in rules if rule.code in chosen]
    kept = [rule for rule in wanted if rule.code not in reasons]
    left = [(rule, f"ignored: {reasons[rule.code]}") for rule in wanted if rule.code in reasons]
    return kept, left


def is_default(rule: Rule, profile: Profile) -> bool:
    """Whether a rule is run unless something else is said."""
    return rule.profile == profile if rule.profile else not rule.preview


def meant(word: str, rules: Iterable[Rule], profile: Profile = "") -> list[Rule]:
    """The rules that a word means: ALL (but for those of another profile), a name, a code, or the start of one.

    Raises UnusableError, with a proposal, where there is none.
    """
    rules = list(rules)
    upper = word.upper()
    if upper == "ALL":
        return [rule for rule in rules if rule.profile in {"", profile}]
    found = [rule for rule in rules if rule.name == word.lower() or (upper and rule.code.startswith(upper))]
    if not found:
        hint = did_you_mean(word, [name for rule in rules for name in (rule.name, rule.code)])
        raise UnusableError(f"no rule is meant by {word!r}{hint or '; evidence-graph rules lists them'}")
    return found


def severities(rules: Sequence[Rule], settings: Settings) -> dict[str, Severity]:
    """The severity that the settings give to some rules, by code; the most specific word wins, in any order."""
    words = sorted(settings.severity, key=lambda word: specificity(word, rules))
    return {rule.code: settings.severity[word] for word in words for rule in meant(word, rules, settings.profile)}


def specificity(word: str, rules: Iterable[Rule]) -> tuple[bool, int]:
    """How exactly a word means a rule: ALL, then the beginnings of codes by their length, then codes and names."""
    exact = any(word.lower() in {rule.name, rule.code.lower()} for rule in rules)
    return exact, 0 if word.upper() == "ALL" else len(word)


def check(settings: Settings, rules: Sequence[Rule], evidence: Evidence) -> None:
    """Raise UnusableError for a text where words belong, and a word that means no rule, or no cause of the evidence.

    No cause is missed where a row of the claims could not be read, which the audit tells, or claims are left out: the
    cause may be there.
    """
    for key in ("select", "extend_select"):
        if isinstance(word := getattr(settings, key), str):  # its letters would be taken for words
            raise UnusableError(f"{key} is the text {word!r}; write a tuple of words: ({word!r},)")
    for word in (*settings.severity, *chain.from_iterable(settings.causes.values())):
        meant(word, rules)
    torn = any(problem.unread and problem.place.file == evidence.claims_file for problem in evidence.problems)
    partial = torn or evidence.left_out
    if evidence.causes and not partial:
        check_causes(settings.causes, evidence.causes, evidence.claims_file)


def check_causes(causes: Iterable[str], known: Collection[str], where: str) -> None:
    """Raise UnusableError for a cause that is none of the known ones, which are written somewhere."""
    for cause in causes:
        if cause not in known:
            hint = did_you_mean(cause, known) or f"; write it as {where} does"
            raise UnusableError(f"causes: no cause is called {cause!r}{hint}")


def excused_by_cause(rules: Sequence[Rule], settings: Settings, evidence: Evidence) -> dict[str, Mapping[str, str]]:
    """Why rules are ignored for each cause, by their codes; what is said of a cause goes before what its wider one has.

    Shorter names come first, so that a cause comes after its wider one and needs no look at all the others.
    """
    found: dict[str, Mapping[str, str]] = {}
    for name in sorted(evidence.causes, key=len) if settings.causes else ():
        wider = found.get(name.rpartition(WIDER)[0], {})
        own = settings.causes.get(name, {})
        reasons = {
            rule.code: why for word, why in reversed([*own.items()]) for rule in meant(word, rules, settings.profile)
        }
        found[name] = {**wider, **reasons} if reasons else wider
    return found
