using SearchService.Core.Indexes;
using SearchService.Core.Queries;

namespace SearchService.Core.Tests.Queries;

/// <summary>What holds of every string, whatever is in it.</summary>
internal static class QueryInvariants
{
    public static void Check(string query, QueryLimits? limits = null)
    {
        limits ??= QueryLimits.Default;
        ParsedQuery parsed = QueryParser.Parse(query, limits);

        Assert.Equal(string.IsNullOrWhiteSpace(query.Replace('\uFEFF', ' ').Replace('\u200B', ' ')), parsed.Root is null);
        Assert.True(parsed.Notices.Length <= limits.MaxNotices);
        int last = 0;
        foreach (QueryNotice notice in parsed.Notices)
        {
            Assert.InRange(notice.Offset, last, query.Length);
            Assert.InRange(notice.Length, 0, query.Length - notice.Offset);
            Assert.NotEmpty(notice.Message);
            last = notice.Offset;
        }

        if (parsed.Root is null)
        {
            return;
        }

        CheckPlaces(parsed.Root, query.Length);
        string printed = QueryPrinter.Print(parsed.Root);
        QueryLimits roomy = limits with { MaxLengthInCharacters = Math.Max(limits.MaxLengthInCharacters, printed.Length), MaxDepth = QueryLimits.HighestDepth };
        ParsedQuery again = QueryParser.Parse(printed, roomy);
        bool fits = again.Notices.All(notice => notice.Code is not "query_too_deep");
        Assert.True(!fits || QueryShape.Of(parsed.Root, marksImplicit: false) == QueryShape.Of(again.Root, marksImplicit: false), printed);
        Assert.True(!fits || again.Notices.All(notice => !notice.IsError), printed);

        ParsedQuery restricted = QuerySupport.Restrict(parsed, new BackendCapabilities());
        Assert.NotNull(restricted.Root);
        _ = QueryRelaxation.Relax(restricted.Root);
    }

    private static void CheckPlaces(QueryNode node, int inputLength)
    {
        Assert.InRange(node.Offset, 0, inputLength);
        Assert.InRange(node.Length, 0, inputLength - node.Offset);
        switch (node)
        {
            case BoostNode boost:
                CheckPlaces(boost.Child, inputLength);
                break;
            case NearNode near:
                CheckPlaces(near.Left, inputLength);
                CheckPlaces(near.Right, inputLength);
                break;
            case BooleanNode boolean:
                Assert.NotEmpty(boolean.Clauses);
                foreach (QueryClause clause in boolean.Clauses)
                {
                    CheckPlaces(clause.Node, inputLength);
                }

                break;
        }
    }
}
