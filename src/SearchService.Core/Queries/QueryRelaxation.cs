using System.Collections.Immutable;

namespace SearchService.Core.Queries;

/// <summary>The fall-back from all words to some, for when nothing has all of them.</summary>
public static class QueryRelaxation
{
    /// <summary>Makes optional what is required only because it stands side by side.</summary>
    /// <param name="node">A tree that nothing matches.</param>
    /// <returns>
    /// A tree that one of those words is enough for, or null when there is nothing to relax. What was joined by <c>AND</c> or
    /// <c>+</c> stays required, what was excluded stays excluded, and so do filters: countries, stances, languages, ids, dates,
    /// <c>_missing:</c>, and words of the fields source, author, topic and speaker.
    /// </returns>
    public static QueryNode? Relax(QueryNode node)
    {
        switch (node)
        {
            case BoostNode boost:
                return Relax(boost.Child) is { } child ? boost with { Child = child } : null;
            case BooleanNode boolean:
                return RelaxClauses(boolean);
            default:
                return null;
        }
    }

    private static BooleanNode? RelaxClauses(BooleanNode boolean)
    {
        ImmutableArray<QueryClause>.Builder optional = ImmutableArray.CreateBuilder<QueryClause>();
        ImmutableArray<QueryClause>.Builder others = ImmutableArray.CreateBuilder<QueryClause>();
        ImmutableArray<QueryClause>.Builder inside = ImmutableArray.CreateBuilder<QueryClause>(boolean.Clauses.Length);
        bool changed = false;
        bool otherWords = false;
        foreach (QueryClause clause in boolean.Clauses)
        {
            QueryNode? relaxed = clause.Kind == ClauseKind.MustNot ? null : Relax(clause.Node);
            changed |= relaxed is not null;
            QueryClause kept = clause with { Node = relaxed ?? clause.Node };
            inside.Add(kept);
            bool isFilter = IsFilter(clause.Node);
            if (clause is { Kind: ClauseKind.Must, Implicit: true } && !isFilter)
            {
                optional.Add(kept with { Kind = ClauseKind.Should });
            }
            else
            {
                others.Add(kept);
                otherWords |= clause.Kind == ClauseKind.Must && !isFilter;
            }
        }

        // A lone word beside filters, or beside exclusions, is all that was asked for: dropping it would match anything.
        if (optional.Count == 0 || (optional.Count == 1 && !otherWords))
        {
            return changed ? boolean with { Clauses = inside.MoveToImmutable() } : null;
        }

        if (others.Count == 0)
        {
            return boolean with { Clauses = optional.DrainToImmutable() };
        }

        if (otherWords)
        {
            // Something required has words: those that were relaxed only count for rank.
            others.AddRange(optional);
            return boolean with { Clauses = others.DrainToImmutable() };
        }

        // Beside filters alone, optional clauses would match everything the filters let through: one of them is required.
        BooleanNode some = new(boolean.Offset, boolean.Length, optional.DrainToImmutable());
        others.Insert(0, new QueryClause(ClauseKind.Must, some));
        return boolean with { Clauses = others.DrainToImmutable() };
    }

    private static bool IsFilter(QueryNode node) => node switch
    {
        ValueNode or DateNode or MissingNode or AllNode or NoneNode => true,
        WordNode word => IsFilter(word.Field),
        PhraseNode phrase => IsFilter(phrase.Field),
        PrefixNode prefix => IsFilter(prefix.Field),
        WildcardNode wildcard => IsFilter(wildcard.Field),
        FuzzyNode fuzzy => IsFilter(fuzzy.Field),
        RegexNode regex => IsFilter(regex.Field),
        RangeNode range => IsFilter(range.Field),
        NearNode near => IsFilter(near.Left) && IsFilter(near.Right),
        BoostNode boost => IsFilter(boost.Child),
        BooleanNode boolean => boolean.Clauses.All(clause => IsFilter(clause.Node)),
        _ => false,
    };

    private static bool IsFilter(string field) => field is not (QueryFields.Text or QueryFields.Title or QueryFields.Said);
}
