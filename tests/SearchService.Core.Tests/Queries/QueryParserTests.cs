using SearchService.Core.Queries;

namespace SearchService.Core.Tests.Queries;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("", "null")]
    [InlineData(" \t\u3000\n", "null")]
    [InlineData("troops", "text=<troops>")]
    [InlineData("troops leave", "(~text=<troops> ~text=<leave>)")]
    [InlineData("troops and leave or not", "(~text=<troops> ~text=<and> ~text=<leave> ~text=<or> ~text=<not>)")]
    [InlineData("a AND b", "(!text=<a> !text=<b>)")]
    [InlineData("a && b", "(!text=<a> !text=<b>)")]
    [InlineData("a b AND c", "(~text=<a> !text=<b> !text=<c>)")]
    [InlineData("a AND b c", "(!text=<a> !text=<b> ~text=<c>)")]
    [InlineData("a OR b", "(text=<a> text=<b>)")]
    [InlineData("a || b", "(text=<a> text=<b>)")]
    [InlineData("a b OR c", "((~text=<a> ~text=<b>) text=<c>)")]
    [InlineData("a OR b AND c", "(text=<a> (!text=<b> !text=<c>))")]
    [InlineData("(a OR b) AND c", "(!(text=<a> text=<b>) !text=<c>)")]
    [InlineData("a OR (b OR c)", "(text=<a> (text=<b> text=<c>))")]
    [InlineData("+a b", "(!text=<a> ~text=<b>)")]
    [InlineData("+a", "text=<a>")]
    [InlineData("+a OR b", "(!text=<a> text=<b>)")]
    [InlineData("+a +b", "(!text=<a> !text=<b>)")]
    [InlineData("-a", "(-text=<a>)")]
    [InlineData("NOT a", "(-text=<a>)")]
    [InlineData("!a", "(-text=<a>)")]
    [InlineData("b -a", "(~text=<b> -text=<a>)")]
    [InlineData("b NOT a", "(~text=<b> -text=<a>)")]
    [InlineData("b AND NOT a", "(!text=<b> -text=<a>)")]
    [InlineData("b OR -a", "(text=<b> (-text=<a>))")]
    [InlineData("b OR NOT a", "(text=<b> (-text=<a>))")]
    [InlineData("NOT NOT a b", "(~text=<a> ~text=<b>)")]
    [InlineData("NOT -a", "text=<a>")]
    [InlineData("-(a b)", "(-(~text=<a> ~text=<b>))")]
    [InlineData("(-a) b", "(~(-text=<a>) ~text=<b>)")]
    [InlineData("((((a))))", "text=<a>")]
    [InlineData("*", "all")]
    [InlineData("*:*", "all")]
    [InlineData("-*:*", "none")]
    [InlineData("* -a", "(~all -text=<a>)")]
    public void Operators_join_words_by_their_precedence(string query, string shape) => Reads(query, shape);

    [Theory]
    [InlineData("U.S.", "text=<U.S>")]
    [InlineData("don't", "text=<don't>")]
    [InlineData("'tis 'n' '90s", "(~text=<tis> ~text=<n> ~text=<90s>)")]
    [InlineData("AT&T", "text=<AT&T>")]
    [InlineData("1,000", "text=<1,000>")]
    [InlineData("3.5%", "text=<3.5%>")]
    [InlineData("$5", "text=<$5>")]
    [InlineData("C++ C#", "(~text=<C++> ~text=<C#>)")]
    [InlineData("#metoo @handle", "(~text=<#metoo> ~text=<@handle>)")]
    [InlineData("well-known COVID-19 e-mail", "(~text=<well-known> ~text=<COVID-19> ~text=<e-mail>)")]
    [InlineData("he said, \"no\"", "(~text=<he> ~text=<said> ~phrase(text=<no> slop 0))")]
    [InlineData("(Hello, world!)", "(~text=<Hello> ~text=<world>)")]
    [InlineData("10:30 https://a.b/c?d=e a::b Re: x", "(~text=<10:30> ~text=<https://a.b/c?d=e> ~text=<a::b> ~text=<Re> ~text=<x>)")]
    [InlineData("and/or a&&b", "(~text=<and/or> ~text=<a&&b>)")]
    [InlineData("Токаев 東京 Kraków", "(~text=<Токаев> ~text=<東京> ~text=<Kraków>)")]
    [InlineData("\uFEFFnato\u200B", "text=<nato>")]
    [InlineData("\\AND \\(a\\) b\\ c a\\*", "(~text=<AND> ~text=<a> ~text=<b c> ~text=<a>)")]
    [InlineData("f\\*ck", "text=<f*ck>")]
    public void A_word_is_what_a_reader_takes_for_one(string query, string shape) => Reads(query, shape);

    [Theory]
    [InlineData("\"once russians\"", "phrase(text=<once russians> slop 0)")]
    [InlineData("“once russians”", "phrase(text=<once russians> slop 0)")]
    [InlineData("„once russians“", "phrase(text=<once russians> slop 0)")]
    [InlineData("«once russians»", "phrase(text=<once russians> slop 0)")]
    [InlineData("＂once russians＂", "phrase(text=<once russians> slop 0)")]
    [InlineData("“once\"”russians\"", "(~phrase(text=<once> slop 0) ~phrase(text=<russians> slop 0))")]
    [InlineData("\"a b\"~8", "phrase(text=<a b> slop 8)")]
    [InlineData("\"a \\\" \\\\ b\"", "phrase(text=<a \" \\ b> slop 0)")]
    [InlineData("\"I don't, AND (you)?\"", "phrase(text=<I don't, AND (you)?> slop 0)")]
    [InlineData("-\"a b\"^2", "(-boost(phrase(text=<a b> slop 0) 2))")]
    public void Quotation_marks_of_any_kind_hold_a_phrase(string query, string shape) => Reads(query, shape);

    [Theory]
    [InlineData("peace*", "prefix(text=<peace>)")]
    [InlineData("peace**", "prefix(text=<peace>)")]
    [InlineData("'peace*,", "prefix(text=<peace>)")]
    [InlineData("?aliningrad", "wildcard(text=<?aliningrad>)")]
    [InlineData("*stan", "wildcard(text=<*stan>)")]
    [InlineData("to*ev", "wildcard(text=<to*ev>)")]
    [InlineData("t\\*o*ev", "wildcard(text=<t\\*o*ev>)")]
    [InlineData("organi?e?", "wildcard(text=<organi?e?>)")]
    [InlineData("text:nato?", "wildcard(text=<nato?>)")]
    [InlineData("tokayev~", "fuzzy(text=<tokayev> 2)")]
    [InlineData("tokayev~1", "fuzzy(text=<tokayev> 1)")]
    [InlineData("tokayev~2.", "fuzzy(text=<tokayev> 2)")]
    [InlineData("tokayev~1^3", "boost(fuzzy(text=<tokayev> 1) 3)")]
    [InlineData("tokayev^3~1", "boost(fuzzy(text=<tokayev> 1) 3)")]
    [InlineData("/tok(a|aj)ev/", "regex(text=<tok(a|aj)ev>)")]
    [InlineData("/a\\/b\\d/ c", "(~regex(text=<a/b\\d>) ~text=<c>)")]
    [InlineData("title:/x y/^2", "boost(regex(title=<x y>) 2)")]
    [InlineData("a / b / c", "(~text=<a> ~text=<b> ~text=<c>)")]
    [InlineData("word^3", "boost(text=<word> 3)")]
    [InlineData("word^0.5", "boost(text=<word> 0.5)")]
    [InlineData("word^.5", "boost(text=<word> 0.5)")]
    [InlineData("(a b)^2", "boost((~text=<a> ~text=<b>) 2)")]
    [InlineData("word^2, b", "(~boost(text=<word> 2) ~text=<b>)")]
    public void Patterns_edits_and_weights_hang_on_a_term(string query, string shape) => Reads(query, shape);

    [Theory]
    [InlineData("title:csto", "title=<csto>")]
    [InlineData("TITLE:csto", "title=<csto>")]
    [InlineData("headline:csto outlet:tass publisher:tass by:zas lang:en", "(~title=<csto> ~source=<tass> ~source=<tass> ~author=<zas> ~value(language=<en>))")]
    [InlineData("title:\"csto troops\"~2", "phrase(title=<csto troops> slop 2)")]
    [InlineData("title:(csto OR nato)", "(title=<csto> title=<nato>)")]
    [InlineData("title:(a text:b c)", "(~title=<a> ~text=<b> ~title=<c>)")]
    [InlineData("said:\"we will leave\" speaker:(zas tokayev)", "(~phrase(said=<we will leave> slop 0) ~(~speaker=<zas> ~speaker=<tokayev>))")]
    [InlineData("country:us", "value(country=<us>)")]
    [InlineData("stance:\"far left\"", "value(stance=<far left>)")]
    [InlineData("country:(us OR kz)", "(value(country=<us>) value(country=<kz>))")]
    [InlineData("country:(us kz)", "(value(country=<us>) value(country=<kz>))")]
    [InlineData("id:a:b/c.d?e", "value(id=<a:b/c.d?e>)")]
    [InlineData("id:", "text=<id>")]
    [InlineData("title:10:30", "title=<10:30>")]
    [InlineData("title:AND", "title=<AND>")]
    [InlineData("title:U.S.", "title=<U.S>")]
    [InlineData("-title:a", "(-title=<a>)")]
    [InlineData("_missing:date", "missing(date)")]
    [InlineData("_missing:(outlet OR date)", "(missing(source) missing(date))")]
    [InlineData("verbatim:tokayev", "text=<tokayev> verbatim")]
    [InlineData("verbatim:(a OR title:b)", "(text=<a> verbatim title=<b> verbatim)")]
    [InlineData("verbatim:title:a", "title=<a> verbatim")]
    [InlineData("title:verbatim:a", "title=<a> verbatim")]
    [InlineData("stance:*", "(-missing(stance))")]
    [InlineData("date:*", "(-missing(date))")]
    [InlineData("date:[* TO *]", "(-missing(date))")]
    [InlineData("speaker:*", "wildcard(speaker=<*>)")]
    [InlineData("source:[a TO m}", "range(source=[<a> <m>})")]
    [InlineData("source:[* TO \"m n\"]", "range(source=[* <m n>])")]
    [InlineData("[a TO b]", "range(text=[<a> <b>])")]
    public void A_field_applies_to_the_term_or_the_group_behind_its_colon(string query, string shape) => Reads(query, shape);

    [Theory]
    [InlineData("date:2022", "2022-01-01..2023-01-01")]
    [InlineData("date:2022-01", "2022-01-01..2022-02-01")]
    [InlineData("date:2022-01-13", "2022-01-13..2022-01-14")]
    [InlineData("date:\"2022-01\"", "2022-01-01..2022-02-01")]
    [InlineData("date:2022-01-05..2022-02", "2022-01-05..2022-03-01")]
    [InlineData("date:..2022", "*..2023-01-01")]
    [InlineData("date:2022..", "2022-01-01..*")]
    [InlineData("date:[2022-01-05 TO *]", "2022-01-05..*")]
    [InlineData("date:[2022 TO 2022-06]", "2022-01-01..2022-07-01")]
    [InlineData("date:{2021 TO 2022-06}", "2022-01-01..2022-06-01")]
    [InlineData("date:>2021", "2022-01-01..*")]
    [InlineData("date:>=2021", "2021-01-01..*")]
    [InlineData("date:<2021", "*..2021-01-01")]
    [InlineData("date:<=2021", "*..2022-01-01")]
    [InlineData("date:2022,", "2022-01-01..2023-01-01")]
    public void A_date_is_a_period(string query, string period) => Reads(query, $"date({period})");

    [Theory]
    [InlineData("a NEAR/8 b", "near(text=<a> 8 text=<b>)")]
    [InlineData("a ONEAR/0 b", "onear(text=<a> 0 text=<b>)")]
    [InlineData("a NEAR b", "near(text=<a> 10 text=<b>)")]
    [InlineData("a NEAR/1 b NEAR/2 c", "near(near(text=<a> 1 text=<b>) 2 text=<c>)")]
    [InlineData("x a NEAR/1 b AND y", "(~text=<x> !near(text=<a> 1 text=<b>) !text=<y>)")]
    [InlineData("a NEAR/1 b OR c", "(near(text=<a> 1 text=<b>) text=<c>)")]
    [InlineData("\"a b\" NEAR/3 (c OR d*)", "near(phrase(text=<a b> slop 0) 3 (text=<c> prefix(text=<d>)))")]
    [InlineData("title:(a NEAR/2 b)", "near(title=<a> 2 title=<b>)")]
    [InlineData("-(a NEAR/2 b)", "(-near(text=<a> 2 text=<b>))")]
    public void Near_binds_tighter_than_and_and_groups_to_the_left(string query, string shape) => Reads(query, shape);

    [Fact]
    public void Nodes_know_their_place_in_the_input()
    {
        ParsedQuery parsed = QueryParser.Parse(" troops title:\"to leave\"~2 -country:kz^2 ");

        BooleanNode root = Assert.IsType<BooleanNode>(parsed.Root);
        Assert.Equal((1, 39), (root.Offset, root.Length));
        Assert.Equal([(1, 6), (8, 18), (28, 12)], root.Clauses.Select(clause => (clause.Node.Offset, clause.Node.Length)));
        Assert.Equal((28, 10), (((BoostNode)root.Clauses[2].Node).Child.Offset, ((BoostNode)root.Clauses[2].Node).Child.Length));
    }

    private static void Reads(string query, string shape)
    {
        ParsedQuery parsed = QueryParser.Parse(query);

        Assert.Equal(shape, QueryShape.Of(parsed.Root));
        Assert.DoesNotContain(parsed.Notices, notice => notice.IsError);
        Assert.Equal(query, parsed.Input);
    }
}
