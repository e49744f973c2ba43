"""Triggers that keep the list of figures in step with what it is derived from.

The functions that they call (`claims_list_figure`, `claims_figures_within`) come with the
migration of the list.
"""

import pgtrigger

from sources.guards import Guard


def _follow(name: str, operation, func: str) -> Guard:
    return Guard(name=name, when=pgtrigger.After, operation=operation, func=f"{func} RETURN NULL;")


def verdict_is_listed(name: str) -> Guard:
    """Of a new verdict the figure, and that of the verdict that it supersedes."""
    return _follow(
        name,
        pgtrigger.Insert,
        """
            PERFORM claims_list_figure(figure) FROM (
                SELECT NEW.figure_id AS figure UNION
                SELECT figure_id FROM claims_verdict WHERE id = NEW.supersedes_id
                ORDER BY figure
            ) AS of_both WHERE figure IS NOT NULL;
        """,
    )


def figure_is_listed(name: str) -> Guard:
    return _follow(name, pgtrigger.Insert | pgtrigger.Update, "PERFORM claims_list_figure(NEW.id);")


def figure_leaves_the_list(name: str) -> Guard:
    """A figure that can be deleted was never published: it has an entry, and nothing else."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Delete,
        func="DELETE FROM claims_figureentry WHERE figure_id = OLD.id; RETURN OLD;",
    )


def figures_of_subject_are_listed(name: str) -> Guard:
    return _follow(
        name,
        pgtrigger.UpdateOf("name", "aliases"),
        """
            PERFORM claims_list_figure(id) FROM (
                SELECT id FROM claims_figure WHERE subject_id = NEW.id ORDER BY id
            ) AS named;
        """,
    )


def figures_of_scope_are_listed(name: str) -> Guard:
    return _follow(
        name,
        pgtrigger.UpdateOf("geography_id", "population_id", "role_id"),
        """
            PERFORM claims_list_figure(id) FROM (
                SELECT id FROM claims_figure WHERE scope_id = NEW.id ORDER BY id
            ) AS scoped;
        """,
    )


def figures_within_term_are_listed(name: str) -> Guard:
    return _follow(
        name,
        pgtrigger.UpdateOf("name"),
        "PERFORM claims_list_figure(figure) FROM claims_figures_within(NEW.id) AS figure;",
    )


def figures_below_edge_are_listed(name: str) -> Guard:
    """Of an edge that comes, goes or changes: what lies within its narrower term."""
    return _follow(
        name,
        pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        """
            IF TG_OP <> 'INSERT' THEN
                PERFORM claims_list_figure(figure)
                    FROM claims_figures_within(OLD.narrower_id) AS figure;
            END IF;
            IF TG_OP <> 'DELETE' THEN
                PERFORM claims_list_figure(figure)
                    FROM claims_figures_within(NEW.narrower_id) AS figure;
            END IF;
        """,
    )
