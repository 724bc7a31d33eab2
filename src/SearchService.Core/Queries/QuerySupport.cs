using System.Collections.Immutable;
using SearchService.Core.Indexes;

namespace SearchService.Core.Queries;

/// <summary>Leaves out of a query what a backend can't execute, and says so.</summary>
public static class QuerySupport
{
    /// <summary>Leaves out what a backend denies; each part left out has a notice, which <c>strict</c> refuses.</summary>
    /// <param name="query">As parsed.</param>
    /// <param name="capabilities">What the backend can execute.</param>
    /// <param name="refuse">Says why a pattern, or a query in a syntax of the backend's own, can't be executed, or null: <see cref="IArticleIndex.Refuse"/>.</param>
    /// <returns>
    /// The query itself when nothing is left out. Where only exclusions would remain of a group that also asked for something, the
    /// group is left out with them; where nothing remains, the root is a <see cref="NoneNode"/>: a search for something must not
    /// answer with everything.
    /// </returns>
    public static ParsedQuery Restrict(ParsedQuery query, BackendCapabilities capabilities, Func<QueryNode, string?>? refuse = null)
    {
        if (query.Root is null)
        {
            return query;
        }

        Backend backend = new(capabilities, refuse);
        ImmutableArray<QueryNotice>.Builder notices = ImmutableArray.CreateBuilder<QueryNotice>();
        QueryNode? root = Restrict(query.Root, backend, notices);
        if (notices.Count == 0)
        {
            return query;
        }

        notices.InsertRange(0, query.Notices);
        return query with
        {
            Root = root ?? new NoneNode(query.Root.Offset, query.Root.Length),
            Notices = [.. notices.OrderBy(notice => notice.Offset)],
        };
    }

    private static QueryNode? Restrict(QueryNode node, Backend backend, ImmutableArray<QueryNotice>.Builder notices)
    {
        if (Denied(node, backend.Capabilities) is { } denied)
        {
            notices.Add(new QueryNotice(denied, node.Offset, node.Length));
            return null;
        }

        switch (node)
        {
            case WildcardNode or FuzzyNode or RegexNode when backend.Refuse?.Invoke(node) is { } reason:
                notices.Add(new QueryNotice(NoticeWordings.InvalidPattern, node.Offset, node.Length, reason));
                return null;
            case NativeNode when backend.Refuse?.Invoke(node) is { } reason:
                notices.Add(new QueryNotice(NoticeWordings.InvalidQuery, node.Offset, node.Length, reason));
                return null;
            case BoostNode boost:
                QueryNode? child = Restrict(boost.Child, backend, notices);
                return child is null ? null : ReferenceEquals(child, boost.Child) ? boost : boost with { Child = child };
            case NearNode near:
                QueryNode? left = Restrict(near.Left, backend, notices);
                QueryNode? right = Restrict(near.Right, backend, notices);
                return left is null || right is null
                    ? left ?? right
                    : ReferenceEquals(left, near.Left) && ReferenceEquals(right, near.Right) ? near : near with { Left = left, Right = right };
            case BooleanNode boolean:
                return RestrictClauses(boolean, backend, notices);
            default:
                return node;
        }
    }

    private static QueryNode? RestrictClauses(BooleanNode boolean, Backend backend, ImmutableArray<QueryNotice>.Builder notices)
    {
        ImmutableArray<QueryClause>.Builder kept = ImmutableArray.CreateBuilder<QueryClause>(boolean.Clauses.Length);
        bool changed = false;
        foreach (QueryClause clause in boolean.Clauses)
        {
            QueryNode? node = Restrict(clause.Node, backend, notices);
            changed |= !ReferenceEquals(node, clause.Node);
            if (node is not null)
            {
                kept.Add(clause with { Node = node });
            }
        }

        bool asked = boolean.Clauses.Any(clause => clause.Kind != ClauseKind.MustNot);
        if (!changed)
        {
            return boolean;
        }

        if (kept.Count == 0 || (asked && kept.All(clause => clause.Kind == ClauseKind.MustNot)))
        {
            return null;
        }

        return kept is [{ Kind: not ClauseKind.MustNot } only] ? only.Node : boolean with { Clauses = kept.DrainToImmutable() };
    }

    private static NoticeWording? Denied(QueryNode node, BackendCapabilities capabilities) => node switch
    {
        WildcardNode when !capabilities.Wildcards => NoticeWordings.NoWildcards,
        FuzzyNode when !capabilities.Fuzzy => NoticeWordings.NoFuzzyWords,
        RegexNode when !capabilities.RegularExpressions => NoticeWordings.NoRegularExpressions,
        NearNode when !capabilities.Near => NoticeWordings.NoNear,
        _ when !capabilities.Quotations && FieldOf(node) is QueryFields.Said => NoticeWordings.NoQuotations,
        _ when !capabilities.Quotations && FieldOf(node) is QueryFields.Speaker => NoticeWordings.NoSpeakers,
        ValueNode { Field: QueryFields.Story } when !capabilities.Stories => NoticeWordings.NoStories,
        _ => null,
    };

    private static string? FieldOf(QueryNode node) => node switch
    {
        WordNode word => word.Field,
        PhraseNode phrase => phrase.Field,
        PrefixNode prefix => prefix.Field,
        WildcardNode wildcard => wildcard.Field,
        FuzzyNode fuzzy => fuzzy.Field,
        RegexNode regex => regex.Field,
        RangeNode range => range.Field,
        MissingNode missing => missing.Field,
        _ => null,
    };

    private readonly record struct Backend(BackendCapabilities Capabilities, Func<QueryNode, string?>? Refuse);
}
