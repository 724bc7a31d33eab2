using SearchService.Core.Indexes;
using SearchService.Core.Queries;

namespace SearchService.Core.Tests.Queries;

public sealed class QuerySupportTests
{
    private static readonly BackendCapabilities Everything = new() { Wildcards = true, Fuzzy = true, RegularExpressions = true, Near = true, Quotations = true, Stories = true };

    [Theory]
    [InlineData("a to*ev", "text=<a>", 2, 5)]
    [InlineData("a tokayev~1", "text=<a>", 2, 9)]
    [InlineData("a /b/", "text=<a>", 2, 3)]
    [InlineData("a (b NEAR/2 c)", "text=<a>", 2, 12)]
    [InlineData("a said:\"b c\"", "text=<a>", 2, 10)]
    [InlineData("a speaker:zas^2", "text=<a>", 2, 11)]
    [InlineData("a _missing:speaker", "text=<a>", 2, 16)]
    [InlineData("a story:b", "text=<a>", 2, 7)]
    [InlineData("a b (c?d OR e)", "(~text=<a> ~text=<b> ~text=<e>)", 5, 3)]
    [InlineData("a -b~", "text=<a>", 3, 2)]
    [InlineData("b~ -a", "none", 0, 2)]
    [InlineData("c (b~ -a)", "text=<c>", 3, 2)]
    [InlineData("-b~", "none", 1, 2)]
    [InlineData("-b~ -c", "(-text=<c>)", 1, 2)]
    [InlineData("b~", "none", 0, 2)]
    [InlineData("b~ OR country:us", "value(country=<us>)", 0, 2)]
    public void What_a_backend_denies_is_left_out_with_a_notice_at_its_place(string query, string shape, int offset, int length)
    {
        ParsedQuery restricted = QuerySupport.Restrict(QueryParser.Parse(query), new BackendCapabilities());

        Assert.Equal(shape, QueryShape.Of(restricted.Root));
        QueryNotice notice = Assert.Single(restricted.Notices);
        Assert.Equal((QueryNoticeCodes.NotSupportedYet, offset, length, true), (notice.Code, notice.Offset, notice.Length, notice.IsError));
        Assert.Throws<InvalidQueryException>(restricted.ThrowIfErrors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a \"b c\" title:d* -(country:us OR date:2022)")]
    public void A_query_that_asks_nothing_special_is_left_as_it_is(string query)
    {
        ParsedQuery parsed = QueryParser.Parse(query);

        Assert.Same(parsed, QuerySupport.Restrict(parsed, new BackendCapabilities()));
    }

    [Fact]
    public void A_pattern_the_backend_refuses_is_left_out_with_its_reason()
    {
        ParsedQuery restricted = QuerySupport.Restrict(QueryParser.Parse("a /b/ c*d e~"), Everything, node => node is RegexNode ? "There is no b." : null);

        QueryNotice notice = Assert.Single(restricted.Notices);
        Assert.Equal((QueryNoticeCodes.InvalidPattern, "There is no b. This part was ignored.", 2, 3, true), (notice.Code, notice.Message, notice.Offset, notice.Length, notice.IsError));
        Assert.Equal("+text:a +text:c*d +text:e~2", QueryPrinter.Print(restricted.Root));
        Assert.Throws<InvalidQueryException>(restricted.ThrowIfErrors);
    }

    [Fact]
    public void A_backend_that_can_do_everything_gets_everything()
    {
        ParsedQuery parsed = QueryParser.Parse("a?b c~ /d/ e NEAR f said:g speaker:h story:i");

        Assert.Same(parsed, QuerySupport.Restrict(parsed, Everything));
    }

    [Fact]
    public void A_side_of_near_that_is_denied_leaves_the_other()
    {
        ParsedQuery restricted = QuerySupport.Restrict(QueryParser.Parse("a~ NEAR b"), Everything with { Fuzzy = false });

        Assert.Equal("text=<b>", QueryShape.Of(restricted.Root));
    }

    [Fact]
    public void Its_notices_stand_among_those_of_the_parser_in_order()
    {
        ParsedQuery restricted = QuerySupport.Restrict(QueryParser.Parse("... b~ foo:c d~"), new BackendCapabilities());

        Assert.Equal(["ignored_characters", "not_supported_yet", "unknown_field", "not_supported_yet"], restricted.Notices.Select(notice => notice.Code));
    }
}
