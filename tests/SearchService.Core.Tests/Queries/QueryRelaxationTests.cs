using SearchService.Core.Queries;

namespace SearchService.Core.Tests.Queries;

public sealed class QueryRelaxationTests
{
    [Theory]
    [InlineData("troops leave", "(text=<troops> text=<leave>)")]
    [InlineData("\"once russians\" house", "(phrase(text=<once russians> slop 0) text=<house>)")]
    [InlineData("title:(a b)", "(title=<a> title=<b>)")]
    [InlineData("a b -c", "(!(text=<a> text=<b>) -text=<c>)")]
    [InlineData("a b country:us date:2022", "(!(text=<a> text=<b>) ~value(country=<us>) ~date(2022-01-01..2023-01-01))")]
    [InlineData("a b source:tass", "(!(text=<a> text=<b>) ~source=<tass>)")]
    [InlineData("a b (stance:x OR _missing:stance)", "(!(text=<a> text=<b>) ~(value(stance=<x>) missing(stance)))")]
    [InlineData("+war peace", "(!text=<war> text=<peace>)")]
    [InlineData("a b AND c", "(!text=<b> !text=<c> text=<a>)")]
    [InlineData("(a b)^2", "boost((text=<a> text=<b>) 2)")]
    [InlineData("(a b) c", "((text=<a> text=<b>) text=<c>)")]
    [InlineData("a b OR c", "((text=<a> text=<b>) text=<c>)")]
    [InlineData("+(a b) +c", "(!(text=<a> text=<b>) !text=<c>)")]
    public void Words_side_by_side_become_optional_and_all_else_stays(string query, string relaxed) =>
        Assert.Equal(relaxed, QueryShape.Of(QueryRelaxation.Relax(QueryParser.Parse(query).Root!)));

    [Theory]
    [InlineData("a")]
    [InlineData("a AND b")]
    [InlineData("+a +b")]
    [InlineData("a OR b")]
    [InlineData("a -b")]
    [InlineData("-(a b)")]
    [InlineData("a country:us")]
    [InlineData("country:us date:2022")]
    [InlineData("a NEAR/3 b")]
    [InlineData("well-known")]
    [InlineData("*")]
    public void What_was_asked_for_expressly_has_nothing_to_relax(string query) => Assert.Null(QueryRelaxation.Relax(QueryParser.Parse(query).Root!));

    [Fact]
    public void Relaxing_deep_groups_visits_each_once()
    {
        string query = new string('(', 90) + "a b" + string.Concat(Enumerable.Repeat(") c", 90));

        Assert.NotNull(QueryRelaxation.Relax(QueryParser.Parse(query).Root!));
    }
}
