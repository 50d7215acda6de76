"""Every name that a fact uses, as one row of `subjects`: what it is, and by which rule that is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.entities import dimensions, hub, names, settings, spoken, titles, traits, variants
from weighbridge.schema import SUBJECTS

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.engine import Engine
    from weighbridge.entities.curated import Curated


# Worked out of the others, once these are known. What is not of `subjects` in itself says which weights are meant.
MADE_LAST = ("model_id", "size_class")
NEEDED = (*(c.name for c in SUBJECTS.columns if c.name not in MADE_LAST), "own_params", "named_size")


@dataclass(frozen=True)
class Stated:
    """What sources state, as tables of the schema: facts to name the keys, statements to describe them."""

    tokens: ir.Table
    pulls: ir.Table
    downloads: ir.Table
    repo_facts: ir.Table
    catalogue: ir.Table
    tracked: ir.Table
    stated_sizes: ir.Table
    scores: ir.Table
    abilities: ir.Table
    ratings: ir.Table
    runs: ir.Table
    prices: ir.Table
    stated_models: ir.Table

    @property
    def spoken(self) -> tuple[ir.Table, ...]:
        """What states something of models by the names of boards."""
        return self.scores, self.abilities, self.ratings, self.runs


class Resolver:
    """Resolves the names of one build. The joins run in the engine; nothing here walks rows."""

    def __init__(self, curated: Curated, engine: Engine) -> None:
        tables = dimensions.dimensions(curated)
        self.engine = engine
        self.organisations = engine.table(tables["organisations"])
        self.families = engine.table(tables["families"])
        self.releases = engine.table(tables["releases"])
        self.accounts = engine.table(dimensions.accounts(curated))
        self.listed = engine.table(dimensions.listed(curated))
        self.stems = engine.table(dimensions.stems(curated, engine))
        self.titles = engine.table(dimensions.titles(curated))
        self.makers = engine.table(dimensions.makers(curated))

    def subjects(self, stated: Stated) -> pa.Table:
        """Give the table `subjects`."""
        rows = _nullable(self._hub(stated))
        for named, by in (
            (self._openrouter, (stated.tokens, stated.catalogue)),
            (self._ollama, (stated.pulls,)),
            (self._spoken, (*stated.spoken, stated.prices, stated.stated_models)),
        ):
            # To ask how names mean anything that nobody uses takes as long as for some thousands.
            if any(self.engine.arrow(table.limit(1)).num_rows for table in by):
                rows = rows.union(_nullable(named(stated)))
        rows = variants.with_model(self.engine.hold(self._identified(rows).select(*NEEDED)))
        rows = rows.mutate(size_class=traits.size_class(rows.params_total))
        return self.engine.arrow(rows.select([c.name for c in SUBJECTS.columns]))

    def _hub(self, stated: Stated) -> ir.Table:
        facts = self.engine.hold(hub.latest_facts(stated.repo_facts))
        keys = (
            stated.downloads.select("repo_id")
            .union(stated.repo_facts.select("repo_id"))
            .union(stated.tracked.select("repo_id"))
        )
        keys = keys.distinct()
        parsed = self.engine.hold(hub.universe(keys, facts))
        direct = self.engine.hold(hub.direct(parsed, self.accounts, self.stems, self.listed))
        rows = hub.through_parents(direct, facts, self.engine.hold)
        rows = hub.settle(rows, facts)
        sizes = stated.stated_sizes.group_by("repo_id").aggregate(
            typed_total=stated.stated_sizes.params_total.argmax(stated.stated_sizes.observed_at),
            typed_active=stated.stated_sizes.params_active.argmax(stated.stated_sizes.observed_at),
        )
        rows = rows.left_join(sizes, "repo_id").drop("repo_id_right")
        rows = rows.left_join(_tracked(stated.tracked), "repo_id").drop("repo_id_right")
        bare = names.bare(rows.repo_id)
        counted = (rows.repacked | rows.copy).ifelse(None, rows.params_total)
        params = rows.typed_total.coalesce(counted)
        return rows.select(
            **_common(rows, "hub", rows.repo_id),
            base_release="base_release",
            rule="rule",
            copy="copy",
            tracked=rows.on_list.fill_null(False),
            stated_field="stated_field",
            stated_openness="stated_openness",
            stated_params=params,
            # Most names are nobody's weights, or state less than the repository does: they are not read for nothing.
            named_params=names.params_named(params.isnull().ifelse(bare, None)),
            stated_active=rows.typed_active,
            named_active=names.params_active_named(bare),
            created_on="created_on",
            **_unspoken(rows.release_id.notnull().ifelse(bare, None)),
        )

    def _openrouter(self, stated: Stated) -> ir.Table:
        import ibis

        slugs = stated.tokens.filter(stated.tokens.row == "model").select("slug")
        slugs = slugs.union(stated.catalogue.select("slug")).distinct()
        bare = names.bare(slugs.slug)
        rows = slugs.mutate(account=names.account(slugs.slug).lower(), stem=names.stem(bare))
        router = self.accounts.filter(self.accounts.namespace == "openrouter").drop("namespace")
        rows = rows.left_join(router, "account").drop("account_right")
        rows = rows.left_join(self.stems, ["organisation_id", "stem"]).drop("organisation_id_right", "stem_right")
        exact = self.listed.filter(self.listed.namespace == "openrouter").drop("namespace")
        rows = rows.left_join(exact, names.served(rows.slug).lower() == exact.listed_key)
        rule = ibis.cases(
            (rows.listed_release.notnull(), "listed"),
            (rows.release_id.notnull(), "stem"),
            (rows.organisation_id.notnull(), "account"),
            else_="unresolved",
        )
        rows = rows.mutate(release_id=rows.listed_release.coalesce(rows.release_id), rule=rule)
        first = stated.catalogue.group_by("slug").aggregate(created_on=stated.catalogue.created_on.min())
        rows = rows.left_join(first, "slug").drop("slug_right")
        return rows.select(
            **_common(rows, "openrouter", rows.slug),
            **_plain(rows.rule, names.bare(rows.slug)),
            created_on="created_on",
            **_unspoken(names.bare(rows.slug)),
        )

    def _ollama(self, stated: Stated) -> ir.Table:
        import ibis

        rows = stated.pulls.group_by("name").aggregate(created_on=stated.pulls.observed_on.min())
        # The first capture of all is no first day: what it lists was there before.
        begins = stated.pulls.observed_on.min().as_scalar()
        rows = rows.mutate(created_on=rows.created_on.nullif(begins), organisation_id=ibis.null(str))
        exact = self.listed.filter(self.listed.namespace == "ollama").drop("namespace")
        rows = rows.left_join(exact, rows.name.lower() == exact.listed_key).rename(release_id="listed_release")
        rule = rows.release_id.notnull().ifelse("listed", "unresolved")
        return rows.select(
            **_common(rows, "ollama", rows.name),
            **_plain(rule, rows.name),
            created_on="created_on",
            **_unspoken(rows.name),
        )

    def _spoken(self, stated: Stated) -> ir.Table:
        """Give the names of boards and price lists: a release, a line where the name moves, or a maker alone."""
        named = spoken.universe(spoken.Named(stated.spoken, stated.prices, stated.stated_models))
        named = self.engine.hold(spoken.with_maker(named, self.makers))
        readings = self.engine.hold(spoken.candidates(named, self.makers))
        found = titles.match(readings, titles.Books(self.titles, self.stems, self.releases), self.engine.hold)
        found = found.left_join(self._lines(), "moving_family").drop("moving_family_right")
        rows = named.left_join(found, ["namespace", "key"]).drop("namespace_right", "key_right")
        # Held, because six columns are read out of each text, and a question repeats whatever it reads from.
        rows = self.engine.hold(_without_settings(rows))
        maker = rows.line_maker.coalesce(rows.maker)
        rule = rows.rule.coalesce(maker.notnull().ifelse("maker", "unresolved"))
        return rows.select(
            *("namespace", "key", "release_id"),
            account_organisation=maker,
            **_plain(rule, rows.text)
            | {
                "stated_openness": rows.line_openness.coalesce(traits.openness_said(rows.access.coalesce(rows.licence)))
            },
            created_on="stated_on",
            named_size=names.sizes(rows.text),
            line="moving_family",
            setting=rows.rule.notnull().ifelse(rows.setting, settings.setting(rows.marked)),
            alias=rows["alias"].fill_null(False),
            training_flop="training_flop",
            dated_by_release=True,
        )

    def _lines(self) -> ir.Table:
        """Give each family's maker, and its openness where all its releases have one."""
        import ibis

        of = self.releases.group_by(moving_family="family_id").aggregate(
            one=self.releases.openness.max(),
            kinds=self.releases.openness.nunique(),
            unknown=self.releases.openness.isnull().any(),
        )
        lines = self.families.select(moving_family="family_id", line_maker="organisation_id")
        lines = lines.left_join(of, "moving_family").drop("moving_family_right")
        alike = (lines.kinds == 1) & ~lines.unknown
        return lines.select("moving_family", "line_maker", line_openness=alike.ifelse(lines.one, ibis.null(str)))

    def _identified(self, rows: ir.Table) -> ir.Table:
        """Follow release and base to organisation, country, family; the release's own statement goes before a tag's."""
        own = self._lineage("own")
        base = self._lineage("base")
        rows = rows.left_join(own, rows.release_id == own.own_release).left_join(
            base, rows.base_release == base.base_of
        )
        maker = self.organisations.select(account_organisation="organisation_id", account_country="country")
        rows = rows.left_join(maker, "account_organisation").drop("account_organisation_right")
        params = rows.own_params.coalesce(rows.stated_params, rows.named_params.round().cast("int64"))
        total = rows.rule.isin(("listed", "stem")).ifelse(rows.stated_params.coalesce(params), params)
        active = rows.stated_active.coalesce(rows.own_active, rows.named_active.round().cast("int64"))
        # A repository with a part of the weights states fewer in all than one token uses: that is no total.
        total = (active > total).fill_null(False).ifelse(None, total)
        organisation = rows.own_organisation.coalesce(rows.account_organisation)
        country = rows.own_organisation.notnull().ifelse(rows.own_country, rows.account_country)
        return rows.mutate(
            organisation_id=organisation,
            country=country,
            family_id=rows.own_family.coalesce(rows.base_family, rows.line),
            base_organisation_id=rows.own_base_organisation.coalesce(rows.base_base_organisation, organisation),
            base_country=rows.own_base_organisation.coalesce(rows.base_base_organisation)
            .isnull()
            .ifelse(country, rows.own_base_country.coalesce(rows.base_base_country)),
            base_family_id=rows.own_base_family.coalesce(rows.base_base_family),
            openness=rows.own_release.notnull().ifelse(
                rows.own_openness, rows.stated_openness.coalesce(rows.base_openness)
            ),
            field=rows.own_field.coalesce(rows.stated_field, rows.base_field),
            params_total=total,
            params_active=active,
            created_on=rows.created_on.coalesce(rows.dated_by_release.ifelse(rows.own_released, None)),
        )

    def _lineage(self, prefix: str) -> ir.Table:
        """Give each release with its maker and, one step up, the maker of its base; columns carry `prefix`."""
        r, f, o = self.releases, self.families, self.organisations
        rows = r.mutate(up=r.base_family_id.coalesce(r.family_id))
        above = f.select(up="family_id", up_organisation="organisation_id")
        rows = rows.left_join(above, "up").drop("up_right")
        country = o.select("organisation_id", "country")
        rows = rows.left_join(country, "organisation_id").drop("organisation_id_right")
        up_country = o.select(up_organisation="organisation_id", up_country="country")
        rows = rows.left_join(up_country, "up_organisation").drop("up_organisation_right")
        return rows.select(
            **{
                ("own_release" if prefix == "own" else "base_of"): "release_id",
                f"{prefix}_organisation": "organisation_id",
                f"{prefix}_country": "country",
                f"{prefix}_family": "family_id",
                f"{prefix}_base_family": "up",
                f"{prefix}_base_organisation": "up_organisation",
                f"{prefix}_base_country": "up_country",
                f"{prefix}_openness": "openness",
                f"{prefix}_field": "field",
                f"{prefix}_params": "params_total",
                f"{prefix}_active": "params_active",
                f"{prefix}_released": "released_on",
            }
        )


def _common(rows: ir.Table, namespace: str, key: ir.StringValue) -> dict[str, ir.Value | str]:
    import ibis

    return {
        "namespace": ibis.literal(namespace),
        "key": key,
        "release_id": rows.release_id,
        "account_organisation": rows.organisation_id,
    }


def _plain(rule: ir.StringValue, bare: ir.StringValue) -> dict[str, ir.Value]:
    """Columns of a namespace whose names are neither copies nor children."""
    import ibis

    return {
        "base_release": ibis.null(str),
        "rule": rule,
        "copy": ibis.literal(False),
        "tracked": ibis.literal(False),
        "stated_field": ibis.null(str),
        "stated_openness": ibis.null(str),
        "stated_params": ibis.null("int64"),
        "named_params": names.params_named(bare),
        "stated_active": ibis.null("int64"),
        "named_active": names.params_active_named(bare),
    }


def _unspoken(bare: ir.StringValue) -> dict[str, ir.Value]:
    """Columns of a namespace whose names state sizes, and no setting that tells facts apart."""
    import ibis

    return {
        "named_size": names.sizes(bare),
        "line": ibis.null(str),
        "setting": ibis.null(str),
        "alias": ibis.literal(False),
        "training_flop": ibis.null("float64"),
        "dated_by_release": ibis.literal(False),
    }


def _without_settings(rows: ir.Table) -> ir.Table:
    """Add `marked`, the tokens of what is spoken, and `text`, the model's name without its setting."""
    marked = rows.mutate(marked=settings.marked(rows.spoken)[0])
    return marked.mutate(text=settings.without(marked.marked))


def _tracked(tracked: ir.Table) -> ir.Table:
    """Give the repositories of the newest capture of each list."""
    newest = tracked.group_by("source", "list").aggregate(newest=tracked.observed_at.max())
    rows = tracked.inner_join(newest, ["source", "list"])
    rows = rows.filter(rows.observed_at == rows.newest).select("repo_id").distinct()
    import ibis

    return rows.mutate(on_list=ibis.literal(True))


def _nullable(rows: ir.Table) -> ir.Table:
    """Let every column be null: unions ask for equal types, and a literal is never null in one namespace only."""
    return rows.cast({name: kind(nullable=True) for name, kind in rows.schema().items()})
