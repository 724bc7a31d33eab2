using SearchService.Core.Queries;

namespace SearchService.Core.Tests.Queries;

public sealed class NearDistributionTests
{
    [Theory]
    [InlineData("a NEAR/5 b", "near(text=<a> 5 text=<b>)")]
    [InlineData("(a AND b) NEAR/5 c", "(!near(text=<a> 5 text=<c>) !near(text=<b> 5 text=<c>))")]
    [InlineData("c NEAR/5 (a b)", "(~near(text=<c> 5 text=<a>) ~near(text=<c> 5 text=<b>))")]
    [InlineData("(a OR b) NEAR/5 c", "near((text=<a> text=<b>) 5 text=<c>)")]
    [InlineData("(a OR (b AND c)) NEAR/5 d", "(near(text=<a> 5 text=<d>) (!near(text=<b> 5 text=<d>) !near(text=<c> 5 text=<d>)))")]
    [InlineData("(+a OR b) NEAR/5 c", "(!near(text=<a> 5 text=<c>) near(text=<b> 5 text=<c>))")]
    [InlineData("(a AND b) NEAR/1 c NEAR/2 d", "(!near(near(text=<a> 1 text=<c>) 2 text=<d>) !near(near(text=<b> 1 text=<c>) 2 text=<d>))")]
    [InlineData("(a AND b) NEAR/1 (c AND d)", "(!(!near(text=<a> 1 text=<c>) !near(text=<a> 1 text=<d>)) !(!near(text=<b> 1 text=<c>) !near(text=<b> 1 text=<d>)))")]
    public void What_is_required_is_near_each_by_itself(string query, string expected)
    {
        NearNode near = Assert.IsType<NearNode>(QueryParser.Parse(query).Root);

        Assert.Equal(expected, QueryShape.Of(NearDistribution.Distribute(near)));
    }

    [Fact]
    public void A_short_query_does_not_stand_for_a_huge_one()
    {
        string group = $"({string.Join(" AND ", Enumerable.Range(0, 100).Select(i => $"w{i}"))})";
        ParsedQuery parsed = QueryParser.Parse($"{group} NEAR/5 {group}");

        QueryNotice notice = Assert.Single(parsed.Notices);
        Assert.Equal(("too_many_clauses", group.Length + 1, 6, true), (notice.Code, notice.Offset, notice.Length, notice.IsError));
        Assert.IsType<BooleanNode>(parsed.Root);
    }

    [Fact]
    public void Alternatives_repeat_nothing()
    {
        string group = $"({string.Join(" OR ", Enumerable.Range(0, 100).Select(i => $"w{i}"))})";

        Assert.Empty(QueryParser.Parse($"{group} NEAR/5 {group} NEAR/5 {group}").Notices);
    }
}
