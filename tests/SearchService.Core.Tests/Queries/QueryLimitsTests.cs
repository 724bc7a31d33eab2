using SearchService.Core.Queries;

namespace SearchService.Core.Tests.Queries;

public sealed class QueryLimitsTests
{
    [Fact]
    public void A_long_query_is_cut_between_words()
    {
        ParsedQuery parsed = QueryParser.Parse("once russians are", new QueryLimits { MaxLengthInCharacters = 15 });

        Assert.Equal("(~text=<once> ~text=<russians>)", QueryShape.Of(parsed.Root));
        QueryNotice notice = Assert.Single(parsed.Notices);
        Assert.Equal(("query_too_long", 13, 4, true), (notice.Code, notice.Offset, notice.Length, notice.IsError));
        Assert.Contains("MaxLengthInCharacters", notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_word_is_cut_between_characters_and_never_within_one()
    {
        ParsedQuery parsed = QueryParser.Parse("𝐚𝐛𝐜", new QueryLimits { MaxLengthInCharacters = 3 });

        Assert.Equal("text=<𝐚>", QueryShape.Of(parsed.Root));
        Assert.Equal((2, 4), (parsed.Notices[0].Offset, parsed.Notices[0].Length));
    }

    [Fact]
    public void A_query_of_which_only_white_space_was_read_does_not_mean_everything()
    {
        ParsedQuery parsed = QueryParser.Parse("          word", new QueryLimits { MaxLengthInCharacters = 5 });

        Assert.IsType<NoneNode>(parsed.Root);
    }

    [Fact]
    public void Deeper_parentheses_are_not_minded_and_their_words_stay()
    {
        ParsedQuery parsed = QueryParser.Parse("(a (b (c OR (d)))) e", new QueryLimits { MaxDepth = 2 });

        Assert.Equal("(~(~text=<a> ~((~text=<b> ~text=<c>) text=<d>)) ~text=<e>)", QueryShape.Of(parsed.Root));
        QueryNotice notice = Assert.Single(parsed.Notices);
        Assert.Equal(("query_too_deep", 6, 1, true), (notice.Code, notice.Offset, notice.Length, notice.IsError));
    }

    [Fact]
    public void More_nears_than_the_depth_are_read_as_and()
    {
        ParsedQuery parsed = QueryParser.Parse("a NEAR/1 b NEAR/1 c NEAR/1 d", new QueryLimits { MaxDepth = 2 });

        Assert.Equal("(!near(near(text=<a> 1 text=<b>) 1 text=<c>) !text=<d>)", QueryShape.Of(parsed.Root));
        Assert.Equal("query_too_deep", Assert.Single(parsed.Notices).Code);
    }

    [Fact]
    public void Words_beyond_the_limit_are_ignored_and_the_notice_says_from_where()
    {
        ParsedQuery parsed = QueryParser.Parse("a b c d", new QueryLimits { MaxClauses = 2 });

        Assert.Equal("(~text=<a> ~text=<b>)", QueryShape.Of(parsed.Root));
        QueryNotice notice = Assert.Single(parsed.Notices);
        Assert.Equal(("too_many_clauses", 4, 3, true), (notice.Code, notice.Offset, notice.Length, notice.IsError));
    }

    [Fact]
    public void Notices_beyond_the_limit_are_told_in_one_and_still_refused_by_strict()
    {
        ParsedQuery parsed = QueryParser.Parse("a ... b ... c x:d", new QueryLimits { MaxNotices = 2 });

        Assert.Equal([("ignored_characters", 2, 3, false), ("too_many_notices", 8, 8, true)], parsed.Notices.Select(notice => (notice.Code, notice.Offset, notice.Length, notice.IsError)));
        Assert.Throws<InvalidQueryException>(parsed.ThrowIfErrors);
    }

    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(1, 0, 1, 1)]
    [InlineData(1, QueryLimits.HighestDepth + 1, 1, 1)]
    [InlineData(1, 1, 0, 1)]
    [InlineData(1, 1, 1, 0)]
    public void Limits_that_make_no_sense_are_refused(int length, int depth, int clauses, int notices) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new QueryLimits { MaxLengthInCharacters = length, MaxDepth = depth, MaxClauses = clauses, MaxNotices = notices });

    public static TheoryData<string> HostileQueries =>
    [
        new string('(', 1_000),
        new string(')', 1_000),
        new string('(', 1_000) + "a" + new string(')', 1_000),
        Repeat("(a OR ", 3_000),
        Repeat("title:(", 1_000),
        Repeat("NOT ", 5_000) + "a",
        Repeat("a NEAR ", 2_000) + "a",
        Repeat("(a NEAR b NEAR ", 1_000),
        new string('(', 99) + "a" + Repeat(" OR b)", 99) + " NEAR c",
        Repeat("-(", 5_000) + "a",
        Repeat("(-a)^2 OR (", 1_000),
        Repeat("\"a", 5_000),
        Repeat("/a", 5_000),
        Repeat("/a ", 5_000),
        Repeat("[a TO ", 2_000),
        Repeat("title:[\"a ", 2_000),
        Repeat("a:", 5_000),
        Repeat("title:", 3_000),
        Repeat("title:-", 2_000) + "a",
        Repeat("verbatim:", 2_000) + "a",
        Repeat("foo:bar ", 2_000),
        Repeat("a^2", 3_000),
        "a" + Repeat("~1", 5_000),
        Repeat("^~", 5_000),
        Repeat("AND OR ", 2_000),
        Repeat("\\", 9_999),
        Repeat("a ", 5_000),
        new string('a', 10_000),
        new string('*', 10_000),
        new string('?', 10_000),
        new string('-', 10_000),
        new string('\uD800', 10_000),
        new string('a', 1_000_000),
        Repeat("(((", 1_000_000),
    ];

    [Theory]
    [MemberData(nameof(HostileQueries), DisableDiscoveryEnumeration = true)]
    public void A_hostile_query_is_answered_like_any_other(string query)
    {
        // The deepest trees that any limits allow, on the smallest stack a thread of the service would have.
        Exception? failure = null;
        Thread reader = new(
            () =>
            {
                foreach (QueryLimits limits in (QueryLimits[])[QueryLimits.Default, new() { MaxDepth = QueryLimits.HighestDepth, MaxClauses = 100_000, MaxLengthInCharacters = 100_000 }])
                {
                    failure ??= Record.Exception(() => QueryInvariants.Check(query, limits));
                }
            },
            maxStackSize: 1 << 20);
        reader.Start();
        reader.Join();

        Assert.Null(failure);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
