using SearchService.Ingestion.Extraction.Html;

namespace SearchService.Ingestion.Tests.Extraction.Html;

/// <summary>A page that would cost the parser hours or all memory is told before it is parsed; others aren't mistaken for one.</summary>
public sealed class PageShapeTests
{
    private static readonly IngestionLimits Limits = new() { PageElements = 5_000, PageDepth = 200 };

    public static TheoryData<string, string> Hostile() => new()
    {
        { "nested", Times("<div>", 201) },
        { "nested in attributes", Times("<div title='</div>'>", 201) },
        { "nested behind false ends", Times("<div><!-- </div> --><span></div x=\"", 1) + Times("\"><section><b></i>", 201) },
        { "nested tables", Times("<table><tr><td>", 100) },
        { "nested lists", Times("<ul><li>", 101) },
        { "formatting", Times("<b>", 201) },
        { "many", Times("<p>x</p>", 5_001) },
        { "many empty", Times("<br>", 5_001) },
        { "formatting made anew", string.Concat(Enumerable.Range(0, 100).Select(static i => $"<div><font size={i}></div>")) + Times("<p>x</p>", 300) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Is_refused(string what, string html)
    {
        Assert.NotEmpty(what);
        Assert.NotNull(PageShape.Refusal(html, Limits));
    }

    public static TheoryData<string, string> Harmless() => new()
    {
        { "paragraphs never closed", Times("<p>x", 3_000) },
        { "entries never closed", "<ul>" + Times("<li><a href=x>y</a> <div>z", 1_000) },
        { "cells never closed", "<table>" + Times("<tr><td><font size=1>x</font><td>y", 1_000) },
        { "definitions never closed", "<dl>" + Times("<dt>x<dd>y", 2_000) },
        { "scripts that write tags", "<script>" + Times("document.write('<div><div>');", 5_000) + "</script><p>x" },
        { "comments", "<!--" + Times("<div>", 5_000) + "--><p>x" },
        { "attributes with tags", Times("<i data-x='<div><div><div>'>x</i>", 2_000) },
        { "empty elements", Times("<br><img src=x><input>", 1_500) },
        { "ends without beginnings", Times("</div></span>", 20_000) },
        { "no page at all", "5 < 6, a<b, <, </, <!, <!--" },
        { "nested as pages are", Times("<div>", 150) + "x" + Times("</div>", 150) },
    };

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Is_parsed(string what, string html)
    {
        Assert.NotEmpty(what);
        Assert.Null(PageShape.Refusal(html, Limits));
    }

    [Fact]
    public void No_text_makes_measuring_fail()
    {
        Random random = SearchService.TestSupport.Seeds.Random();
        string[] pieces = ["<", ">", "/", "div", "p", "li", "td", "script", "b", " ", "=", "'", "\"", "!--", "-->", "x", "<p>", "</p>", "<table>"];
        for (int i = 0; i < 3_000; i++)
        {
            string html = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
            Assert.Null(PageShape.Refusal(html, Limits));
        }
    }

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
