using System.Collections.Immutable;
using SearchService.Core.Articles;

namespace SearchService.Core.Queries;

/// <summary>Makes a <see cref="QueryOutline"/> of a tree.</summary>
/// <param name="defaultField">Where a word without a field is looked for: not told.</param>
internal sealed class OutlineWriter(string defaultField)
{
    /// <summary>Outlines a tree.</summary>
    public QueryOutline Write(QueryNode node) => Write(node, depth: 1);

    private QueryOutline Write(QueryNode node, int depth) => node switch
    {
        AllNode => New(OutlineKind.Everything, node),
        NoneNode => New(OutlineKind.Nothing, node),
        WordNode word => Term(OutlineKind.Word, word, word.Field, word.Text) with
        {
            Exact = word.Verbatim,
            Spellings = [.. word.Variants.Take(QueryOutline.MaxSpellings)],
            MoreSpellings = Math.Max(0, word.Variants.Length - QueryOutline.MaxSpellings),
        },
        PhraseNode phrase => Term(OutlineKind.Phrase, phrase, phrase.Field, phrase.Text) with { Slop = phrase.Slop == 0 ? null : phrase.Slop },
        PrefixNode prefix => Term(OutlineKind.Prefix, prefix, prefix.Field, prefix.Prefix),
        WildcardNode wildcard => Term(OutlineKind.Pattern, wildcard, wildcard.Field, wildcard.Pattern),
        FuzzyNode fuzzy => Term(OutlineKind.Fuzzy, fuzzy, fuzzy.Field, fuzzy.Text) with { Edits = fuzzy.Edits },
        RegexNode regex => Term(OutlineKind.Regex, regex, regex.Field, regex.Pattern),
        ValueNode value => Term(OutlineKind.Value, value, value.Field, value.Value),
        MissingNode missing => Term(OutlineKind.Missing, missing, missing.Field, text: null),
        RangeNode range => Term(OutlineKind.Range, range, range.Field, text: null) with
        {
            From = range.Lower,
            To = range.Upper,
            OpenFrom = range.Lower is not null && !range.IncludeLower,
            OpenTo = range.Upper is not null && !range.IncludeUpper,
        },
        DateNode date => Period(date),
        NativeNode native => New(OutlineKind.Native, native) with { Text = native.Text },
        _ when depth >= QueryOutline.MaxDepth => New(OutlineKind.Query, node) with { Text = QueryPrinter.Print(node) },
        BoostNode boost => Weighted(boost, depth),
        NearNode near => New(OutlineKind.Near, near) with
        {
            Distance = near.Distance,
            Ordered = near.Ordered,
            Parts = [Write(near.Left, depth + 1), Write(near.Right, depth + 1)],
        },
        BooleanNode boolean => Joined(boolean, depth),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType().Name, "This kind of node has no outline."),
    };

    private static QueryOutline New(OutlineKind kind, QueryNode node) => new(kind, node.Offset, node.Length);

    private QueryOutline Term(OutlineKind kind, QueryNode node, string field, string? text) =>
        New(kind, node) with { Field = field == defaultField ? null : field, Text = text };

    private QueryOutline Period(DateNode date)
    {
        DatePeriod period = date.Period;
        if (period.To == DateOnly.MinValue)
        {
            return New(OutlineKind.Nothing, date); // before the first day there is
        }

        return Term(OutlineKind.Period, date, QueryFields.Date, text: null) with { From = Day(period.From), To = Day(period.To?.AddDays(-1)) };
    }

    private static string? Day(DateOnly? day) => day is { } known ? ArticleDate.OfDay(known).ToString() : null;

    private QueryOutline Weighted(BoostNode boost, int depth)
    {
        QueryOutline child = Write(boost.Child, depth);
        return child with { Offset = boost.Offset, Length = boost.Length, Boost = boost.Factor * (child.Boost ?? 1) };
    }

    private QueryOutline Joined(BooleanNode boolean, int depth)
    {
        bool hasRequired = boolean.Clauses.Any(static clause => clause.Kind == ClauseKind.Must);
        bool hasExcluded = boolean.Clauses.Any(static clause => clause.Kind == ClauseKind.MustNot);
        bool hasOptional = boolean.Clauses.Any(static clause => clause.Kind == ClauseKind.Should);

        // Alternatives beside exclusions are one of the parts that all must have, and a level deeper.
        int optionalDepth = depth + (hasExcluded && !hasRequired ? 2 : 1);
        ImmutableArray<QueryOutline> optional =
            [.. boolean.Clauses.Where(static clause => clause.Kind == ClauseKind.Should).Select(clause => Write(clause.Node, optionalDepth))];
        if (hasOptional && !hasRequired && !hasExcluded)
        {
            return Alternatives(boolean, optional);
        }

        ImmutableArray<QueryOutline>.Builder parts = ImmutableArray.CreateBuilder<QueryOutline>();
        bool alternativesStand = hasRequired;
        foreach (QueryClause clause in boolean.Clauses)
        {
            if (clause.Kind == ClauseKind.Should && !alternativesStand)
            {
                parts.Add(Alternatives(boolean, optional));
                alternativesStand = true;
            }
            else if (clause.Kind == ClauseKind.Must)
            {
                parts.Add(Write(clause.Node, depth + 1));
            }
            else if (clause.Kind == ClauseKind.MustNot)
            {
                parts.Add(New(OutlineKind.Not, clause.Node) with { Parts = [Write(clause.Node, depth + 2)] });
            }
        }

        ImmutableArray<QueryOutline> better = hasRequired ? optional : [];
        return parts is [var only] && better.IsEmpty
            ? only with { Offset = boolean.Offset, Length = boolean.Length }
            : New(OutlineKind.All, boolean) with { Parts = parts.DrainToImmutable(), Better = better };
    }

    /// <summary>What was required, until nothing had all of it, is told apart from what the query offers as alternatives.</summary>
    private static QueryOutline Alternatives(BooleanNode boolean, ImmutableArray<QueryOutline> parts)
    {
        bool isRelaxed = boolean.Clauses.Any(static clause => clause is { Kind: ClauseKind.Should, Implicit: true });
        return parts is [var only] ? only : New(isRelaxed ? OutlineKind.Some : OutlineKind.Any, boolean) with { Parts = parts };
    }
}
