using SearchService.Core.Queries;

namespace SearchService.Core.Tests.Queries;

public sealed class QueryNoticeTests
{
    [Theory]
    [InlineData("troops leave")]
    [InlineData("\"once russians are in your house\" AND -title:(csto OR nato) peace* date:[2022-01-05 TO *]")]
    [InlineData("U.S. don't (well-known), \"yes?\"")]
    public void What_is_taken_as_typed_has_no_notice(string query) => Assert.Empty(QueryParser.Parse(query).Notices);

    // query, code, offset, length, whether strict refuses it, and what is left of the query
    [Theory]
    [InlineData("a - b", "ignored_characters", 2, 1, false, "(~text=<a> ~text=<b>)")]
    [InlineData("a & ... b", "ignored_characters", 2, 5, false, "(~text=<a> ~text=<b>)")]
    [InlineData("--a", "ignored_characters", 0, 2, false, "text=<a>")]
    [InlineData("a !!! b", "ignored_characters", 2, 3, false, "(~text=<a> ~text=<b>)")]
    [InlineData("a -& b", "ignored_characters", 2, 2, false, "(~text=<a> ~text=<b>)")]
    [InlineData("a ^2 b", "ignored_characters", 2, 1, false, "(~text=<a> ~text=<2> ~text=<b>)")]
    [InlineData("a ~ b", "ignored_characters", 2, 1, false, "(~text=<a> ~text=<b>)")]
    [InlineData("a } b", "ignored_characters", 2, 1, false, "(~text=<a> ~text=<b>)")]
    [InlineData("a [sic", "ignored_characters", 2, 1, false, "(~text=<a> ~text=<sic>)")]
    [InlineData("a \\", "ignored_characters", 2, 1, false, "text=<a>")]
    [InlineData("a 😀 b", "ignored_characters", 2, 2, false, "(~text=<a> ~text=<b>)")]
    [InlineData("a ???", "ignored_characters", 2, 3, false, "text=<a>")]
    [InlineData("What is NATO?", "ignored_question_mark", 12, 1, false, "(~text=<What> ~text=<is> ~text=<NATO>)")]
    [InlineData("a \"\" b", "empty_phrase", 2, 2, false, "(~text=<a> ~text=<b>)")]
    [InlineData("a title:\"...\"~2 b", "empty_phrase", 2, 13, false, "(~text=<a> ~text=<b>)")]
    [InlineData("a () b", "empty_group", 2, 2, false, "(~text=<a> ~text=<b>)")]
    [InlineData("\"peace* now\"", "literal_wildcard", 0, 12, false, "phrase(text=<peace* now> slop 0)")]
    [InlineData("title: a", "field_without_value", 0, 6, false, "(~text=<title> ~text=<a>)")]
    [InlineData("b title:-a", "misplaced_operator", 8, 1, false, "(~text=<b> -title=<a>)")]
    [InlineData("stance:-critical", "misplaced_operator", 7, 1, false, "(-value(stance=<critical>))")]
    [InlineData("OR", "dangling_operator", 0, 2, false, "text=<OR>")]
    [InlineData("a (NOT)", "dangling_operator", 3, 3, false, "(~text=<a> ~text=<NOT>)")]
    [InlineData("a AND", "dangling_operator", 2, 3, true, "text=<a>")]
    [InlineData("AND a", "dangling_operator", 0, 3, true, "text=<a>")]
    [InlineData("a OR", "dangling_operator", 2, 2, true, "text=<a>")]
    [InlineData("OR a", "dangling_operator", 0, 2, true, "text=<a>")]
    [InlineData("a OR OR b", "dangling_operator", 2, 2, true, "(text=<a> text=<b>)")]
    [InlineData("a AND AND b", "dangling_operator", 6, 3, true, "(!text=<a> !text=<b>)")]
    [InlineData("a AND OR b", "dangling_operator", 2, 3, true, "(text=<a> text=<b>)")]
    [InlineData("a NOT", "dangling_operator", 2, 3, true, "text=<a>")]
    [InlineData("a NOT NOT", "dangling_operator", 2, 7, true, "text=<a>")]
    [InlineData("a &&", "dangling_operator", 2, 2, true, "text=<a>")]
    [InlineData("NEAR Moscow", "dangling_operator", 0, 4, true, "text=<Moscow>")]
    [InlineData("Moscow NEAR/3", "dangling_operator", 7, 6, true, "text=<Moscow>")]
    [InlineData("a \"once russians", "unclosed_quote", 2, 1, true, "(~text=<a> ~phrase(text=<once russians> slop 0))")]
    [InlineData("(a b", "unbalanced_parenthesis", 0, 1, true, "(~text=<a> ~text=<b>)")]
    [InlineData("a b)", "unbalanced_parenthesis", 3, 1, true, "(~text=<a> ~text=<b>)")]
    [InlineData("a ))) b", "unbalanced_parenthesis", 2, 3, true, "(~text=<a> ~text=<b>)")]
    [InlineData("date:[2022 TO 2023", "unbalanced_bracket", 5, 1, true, "date(2022-01-01..2024-01-01)")]
    [InlineData("date:[2022 TO", "unbalanced_bracket", 5, 1, true, "date(2022-01-01..*)")]
    [InlineData("a /usr b", "unclosed_regex", 2, 4, true, "(~text=<a> ~text=<usr> ~text=<b>)")]
    [InlineData("/usr/bin", "unclosed_regex", 0, 8, true, "text=<usr/bin>")]
    [InlineData("foo:bar", "unknown_field", 0, 4, true, "(~text=<foo> ~text=<bar>)")]
    [InlineData("a -foo:bar", "unknown_field", 3, 4, true, "(~text=<a> -(~text=<foo> ~text=<bar>))")]
    [InlineData("foo:title:bar", "unknown_field", 0, 4, true, "(~text=<foo> ~title=<bar>)")]
    [InlineData("Tokayev:\"we ask\"", "unknown_field", 0, 8, true, "(~text=<Tokayev> ~phrase(text=<we ask> slop 0))")]
    [InlineData("a _missing:id", "unknown_field", 2, 11, true, "text=<a>")]
    [InlineData("a date:1/21", "invalid_date", 2, 9, true, "text=<a>")]
    [InlineData("a date:2022-13", "invalid_date", 2, 12, true, "text=<a>")]
    [InlineData("a date:2023..2022", "invalid_date", 2, 15, true, "text=<a>")]
    [InlineData("a date:[2023 TO 2022]", "invalid_date", 2, 19, true, "text=<a>")]
    [InlineData("a date:{2022 TO 2022}", "invalid_date", 2, 19, true, "text=<a>")]
    [InlineData("a date:>yesterday", "invalid_date", 2, 15, true, "text=<a>")]
    [InlineData("date:[2022-01", "invalid_range", 5, 1, true, "date(2022-01-01..2022-02-01)")]
    [InlineData("word^x a", "invalid_boost", 4, 2, true, "(~text=<word> ~text=<a>)")]
    [InlineData("word^", "invalid_boost", 4, 1, true, "text=<word>")]
    [InlineData("word^-1", "invalid_boost", 4, 3, true, "text=<word>")]
    [InlineData("word^2^3", "invalid_boost", 6, 2, true, "boost(text=<word> 2)")]
    [InlineData("word^9999999", "invalid_boost", 4, 8, true, "text=<word>")]
    [InlineData("word~3", "invalid_fuzziness", 4, 2, true, "fuzzy(text=<word> 2)")]
    [InlineData("word~0", "invalid_fuzziness", 4, 2, true, "fuzzy(text=<word> 1)")]
    [InlineData("word~0.8", "invalid_fuzziness", 4, 4, true, "fuzzy(text=<word> 2)")]
    [InlineData("\"a b\"~", "invalid_slop", 5, 1, true, "phrase(text=<a b> slop 0)")]
    [InlineData("\"a b\"~99999999999", "invalid_slop", 5, 12, true, "phrase(text=<a b> slop 0)")]
    [InlineData("a NEAR/x b", null, 0, 0, false, "(~text=<a> ~text=<NEAR/x> ~text=<b>)")]
    [InlineData("a NEAR/ b", "invalid_distance", 2, 5, true, "near(text=<a> 10 text=<b>)")]
    [InlineData("a NEAR/-1 b", "invalid_distance", 2, 7, true, "near(text=<a> 10 text=<b>)")]
    [InlineData("a NEAR/99999999999 b", "invalid_distance", 2, 16, true, "near(text=<a> 10 text=<b>)")]
    [InlineData("a NEAR/2 country:us", "near_not_applicable", 2, 6, true, "(!text=<a> !value(country=<us>))")]
    [InlineData("a NEAR/2 -b", "near_not_applicable", 2, 6, true, "(!text=<a> -text=<b>)")]
    [InlineData("a NEAR/2 title:b", "near_not_applicable", 2, 6, true, "(!text=<a> !title=<b>)")]
    [InlineData("a NEAR/2 (b -c)", "near_not_applicable", 2, 6, true, "(!text=<a> !(~text=<b> -text=<c>))")]
    [InlineData("country:u*", "pattern_not_applicable", 0, 10, true, "none")]
    [InlineData("date:/2022/", "pattern_not_applicable", 0, 11, true, "none")]
    [InlineData("peace*~1", "pattern_not_applicable", 6, 2, true, "prefix(text=<peace>)")]
    [InlineData("(a b)~2", "pattern_not_applicable", 5, 2, true, "(~text=<a> ~text=<b>)")]
    [InlineData("country:us~1", "pattern_not_applicable", 10, 2, true, "value(country=<us>)")]
    public void What_is_ignored_or_mended_is_named_with_its_place(string query, string? code, int offset, int length, bool isError, string shape)
    {
        ParsedQuery parsed = QueryParser.Parse(query);

        (string, int, int, bool)[] expected = code is null ? [] : [(code, offset, length, isError)];
        Assert.Equal(expected, parsed.Notices.Select(notice => (notice.Code, notice.Offset, notice.Length, notice.IsError)));
        Assert.Equal(shape, QueryShape.Of(parsed.Root));
        Assert.All(parsed.Notices, notice => Assert.EndsWith(".", notice.Message.TrimEnd('?', '…'), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("...")]
    [InlineData("\"\"")]
    [InlineData("()")]
    [InlineData("date:soon")]
    [InlineData("-date:soon")]
    [InlineData("\\")]
    [InlineData("title:\"!\"")]
    public void A_query_of_which_nothing_is_left_matches_nothing_rather_than_everything(string query)
    {
        ParsedQuery parsed = QueryParser.Parse(query);

        Assert.Equal(new NoneNode(0, query.Length), parsed.Root);
        Assert.NotEmpty(parsed.Notices);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_word()
    {
        // Not in the table above: attributes are stored as UTF-8, which has no form for it.
        ParsedQuery parsed = QueryParser.Parse("a \uD83D b");

        Assert.Equal(("ignored_characters", 2, 1), (parsed.Notices[0].Code, parsed.Notices[0].Offset, parsed.Notices[0].Length));
    }

    [Fact]
    public void Notices_come_in_the_order_of_their_places()
    {
        ParsedQuery parsed = QueryParser.Parse("(a foo:b \"c date:x ^9 AND");

        Assert.Equal(["unbalanced_parenthesis", "unknown_field", "unclosed_quote"], parsed.Notices.Select(notice => notice.Code));
    }

    [Fact]
    public void A_misspelt_field_is_answered_with_the_nearest_one()
    {
        Assert.Contains("Did you mean title:?", QueryParser.Parse("titel:csto").Notices[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", QueryParser.Parse("foo:csto").Notices[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Strict_refuses_the_first_error_with_its_place()
    {
        ParsedQuery parsed = QueryParser.Parse("... a foo:b (c");

        InvalidQueryException thrown = Assert.Throws<InvalidQueryException>(parsed.ThrowIfErrors);

        Assert.Equal(("unknown_field", 6, 4), (thrown.Code, thrown.Offset, thrown.Length));
    }

    [Fact]
    public void Strict_lets_pass_what_loses_nothing() => QueryParser.Parse("... What is NATO? title: \"\"").ThrowIfErrors();
}
