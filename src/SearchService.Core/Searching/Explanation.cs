using System.Collections.Immutable;
using SearchService.Core.Queries;

namespace SearchService.Core.Searching;

/// <summary>Finds out why nothing has all that was asked for: each part and each filter is left out in turn, and what is found then counted.</summary>
/// <param name="limits">How many parts are looked at: each is two searches, each filter one.</param>
/// <param name="read">Reads a query as searches do, without other spellings of names.</param>
/// <param name="count">Counts what is searched for.</param>
internal sealed class Explanation(SearchLimits limits, Func<string, ParsedQuery> read, CountMatches count)
{
    /// <summary>Stands for the query itself where it is one part.</summary>
    private const int Whole = -1;

    /// <summary>Explains a query that nothing has all of.</summary>
    /// <param name="parsed">As read, with all words required.</param>
    /// <param name="filters">Those of the request.</param>
    /// <param name="generation">Of the state that answered; no other one is mixed with it.</param>
    /// <returns>Null when neither part nor filter keeps anything out, and when the index has just changed.</returns>
    public NothingFound? Of(ParsedQuery parsed, ImmutableArray<FacetFilter> filters, long generation)
    {
        bool isOfOneState = true;
        ImmutableArray<int> needed = Needed(parsed.Root);
        ParsedQuery typed = read(parsed.Input);
        NothingFound nothing = new(
            [.. needed.Take(limits.MaxPartsExplained).Select(Part)],
            Math.Max(0, needed.Length - limits.MaxPartsExplained),
            [.. filters.Select(filter => new NarrowingFilter(filter.Field, Count(parsed.Root, filters.Remove(filter))))]);
        return isOfOneState && (needed.Length > 0 || filters.Length > 0) ? nothing : null;

        NeededPart Part(int clause)
        {
            (QueryNode part, bool isExcluded) = parsed.Root is BooleanNode boolean && clause != Whole
                ? (boolean.Clauses[clause].Node, boolean.Clauses[clause].Kind == ClauseKind.MustNot)
                : (parsed.Root!, false);
            return new NeededPart(
                parsed.Input.Substring(part.Offset, part.Length),
                part.Offset,
                part.Length,
                isExcluded,
                Count(part, filters),
                Count(Without(parsed.Root!, clause), filters),
                Written(typed, part, Without(typed.Root!, clause)));
        }

        long Count(QueryNode? root, ImmutableArray<FacetFilter> under)
        {
            MatchCount found = count(root, under);
            isOfOneState &= found.Generation == generation;
            return found.Total;
        }
    }

    /// <summary>The clauses that a match depends on, each by itself.</summary>
    private static ImmutableArray<int> Needed(QueryNode? root) => root switch
    {
        null or NoneNode or AllNode => [],
        BooleanNode { Clauses: [{ Node: var only }] } lone when only.Offset == lone.Offset => [Whole], // an asterisk behind a field's colon
        BooleanNode boolean when boolean.Clauses.Any(static clause => clause.Kind == ClauseKind.Must)
            || boolean.Clauses.All(static clause => clause.Kind == ClauseKind.MustNot) =>
            [.. Enumerable.Range(0, boolean.Clauses.Length).Where(clause => boolean.Clauses[clause] is { Kind: not ClauseKind.Should, Node: not AllNode })],
        _ => [Whole],
    };

    private static QueryNode? Without(QueryNode root, int clause)
    {
        if (clause == Whole || root is not BooleanNode boolean)
        {
            return null;
        }

        ImmutableArray<QueryClause> kept = boolean.Clauses.RemoveAt(clause);
        return kept is [] ? null
            : kept is [{ Kind: not ClauseKind.MustNot } only] ? only.Node
            : boolean with { Clauses = kept };
    }

    /// <summary>The query as it was typed without a part, if it is still read as the rest; else as it is read.</summary>
    private string? Written(ParsedQuery typed, QueryNode part, QueryNode? rest)
    {
        if (rest is null)
        {
            return null;
        }

        string printed = QueryPrinter.Print(rest);
        foreach (string cut in Cuts(typed.Input, part.Offset, part.Offset + part.Length))
        {
            ParsedQuery again = read(cut);
            if (again.Notices.Length <= typed.Notices.Length && again.Root is not null && QueryPrinter.Print(again.Root) == printed)
            {
                return cut;
            }
        }

        return printed;
    }

    /// <summary>The text without a part and the signs before it, and without one <c>AND</c> beside it.</summary>
    private static IEnumerable<string> Cuts(string input, int start, int end)
    {
        string head = input[..start].TrimEnd('+', '-', '!'), tail = input[end..];
        while (TryCutEnd(head, "NOT") is { } before)
        {
            head = before;
        }

        yield return Join(head, tail);
        foreach (string and in (string[])["AND", "&&"])
        {
            if (TryCutEnd(head, and) is { } before)
            {
                yield return Join(before, tail);
            }

            if (tail.TrimStart() is { } behind && behind.StartsWith(and, StringComparison.Ordinal))
            {
                yield return Join(head, behind[and.Length..]);
            }
        }
    }

    private static string? TryCutEnd(string text, string word) =>
        text.TrimEnd() is { } trimmed && trimmed.EndsWith(word, StringComparison.Ordinal) ? trimmed[..^word.Length] : null;

    private static string Join(string head, string tail)
    {
        (head, tail) = (head.TrimEnd(), tail.TrimStart());
        bool touch = head.EndsWith('(') || tail.StartsWith(')');
        return $"{head}{(touch ? "" : " ")}{tail}".Trim();
    }
}
