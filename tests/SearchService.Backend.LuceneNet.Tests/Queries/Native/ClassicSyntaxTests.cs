using SearchService.Core.Articles;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Backend.LuceneNet.Tests.Queries.Native;

public sealed class ClassicSyntaxTests : IDisposable
{
    private readonly LuceneArchive _archive = new(
        new Article { Id = "harbour", Title = "The harbour", Text = "Red boats leave the harbour.", Source = "Gulf Courier", Stance = "calm", Date = ArticleDate.OfDay(new DateOnly(2022, 1, 13)), Quotes = [Said("Red boats leave", 0, "Stan Zas")] },
        new Article { Id = "hill", Title = "The hill", Text = "A blue boat stands on the hill. It leaves.", Source = "Hill Times", Stance = "loud", Date = ArticleDate.OfMonth(2022, 3) },
        new Article { Id = "sea", Title = "Nothing", Text = "Kraków has no sea, and the sea no boats.", Authors = ["Ann Bennett"] });

    public void Dispose() => _archive.Dispose();

    [Theory]
    [InlineData("boat", "harbour hill sea")]
    [InlineData("red boat", "harbour hill sea")] // Lucene's default: either
    [InlineData("red AND boat", "harbour")]
    [InlineData("+boat -red", "hill sea")]
    [InlineData("red OR blue AND boat", "hill")] // and its precedence
    [InlineData("-red", "")] // what only excludes finds nothing
    [InlineData("\"red boats\"", "harbour")]
    [InlineData("\"boats red\"", "")]
    [InlineData("\"leave red\"~4", "harbour")]
    [InlineData("title:hill", "hill")]
    [InlineData("headline:hill", "hill")]
    [InlineData("krak*", "sea")]
    [InlineData("h?ll", "hill")]
    [InlineData("*arbour", "harbour")]
    [InlineData("haber~2", "")]
    [InlineData("harbor~1", "harbour")]
    [InlineData("hrabour~", "harbour")]
    [InlineData("/h(i|a)ll/", "hill")]
    [InlineData("boat^3 red^0.5", "harbour hill sea")]
    [InlineData("(red blue) -hill", "harbour")]
    [InlineData("*:*", "harbour hill sea")]
    [InlineData("stance:CALM", "harbour")]
    [InlineData("stance:*", "harbour hill")]
    [InlineData("date:2022", "harbour hill")]
    [InlineData("date:2022-01", "harbour")]
    [InlineData("date:[2022-01-13 TO 2022-02]", "harbour")]
    [InlineData("date:{2022-01 TO *]", "hill")]
    [InlineData("source:courier", "harbour")]
    [InlineData("source:[gulf TO gulg}", "harbour")]
    [InlineData("author:bennett", "sea")]
    [InlineData("id:hill", "hill")]
    [InlineData("said:boat", "harbour")]
    [InlineData("speaker:zas", "harbour")]
    [InlineData("speaker:*", "harbour")]
    [InlineData("", "harbour hill sea")]
    public void Finds_what_Lucene_means(string query, string ids) => Assert.Equal(ids, _archive.Ids(query));

    [Fact]
    public void A_weight_that_is_no_number_any_more_leaves_scores_that_are()
    {
        SearchResponse response = _archive.Search($"boat^{new string('9', 60)}");
        Assert.Equal(3, response.Hits.Length);
        Assert.All(response.Hits, static hit => Assert.True(double.IsFinite(hit.Score)));
    }

    [Theory]
    [InlineData("(red", "The query ends within parentheses; a ‘)’ is missing.")]
    [InlineData("((red) boat", "The query ends within parentheses; a ‘)’ is missing.")]
    [InlineData("red)", "‘)’ can't stand where it does, at character 4.")]
    [InlineData("red boat AND OR hill", "‘OR’ can't stand where it does, at character 14.")]
    [InlineData("title:boat:hill", "‘:’ can't stand where it does, at character 11.")]
    [InlineData("red ]", "‘]’ can't stand where it does, at character 5.")]
    [InlineData("  \"red", "The quotation mark at character 3 is never closed.")]
    [InlineData("sea AND (red \"boat)", "The quotation mark at character 14 is never closed.")]
    [InlineData("red /boat", "The slash at character 5 begins a regular expression, which is never closed.")]
    [InlineData("\"red\" boat\\", "Nothing follows the backslash at character 11.")]
    [InlineData("red AND", "The query ends with ‘AND’, behind which something must follow.")]
    [InlineData("title:", "The query ends with ‘:’, behind which something must follow.")]
    [InlineData("red^high", "A number must follow the ‘^’ at character 4.")]
    [InlineData("red^ 3", "A number must follow the ‘^’ at character 4.")]
    [InlineData("[a TO", "The query ends with ‘TO’, behind which something must follow.")]
    [InlineData("[a TO b", "The query ends within a range; a ‘]’ or ‘}’ is missing.")]
    [InlineData("/red(/", "never closed")]
    [InlineData("boat~5", "2 edits")]
    [InlineData("titel:hill", "There is no field ‘titel’.")]
    [InlineData("stance:ca*", "Field ‘stance’ holds whole values")]
    [InlineData("date:yesterday", "‘yesterday’ is no date.")]
    [InlineData("date:[2022 TO soon]", "‘soon’ is no date.")]
    [InlineData("\\uzzzz", "unicode escape")]
    public void What_it_refuses_finds_nothing_with_a_notice_that_says_where_and_is_an_error_for_those_who_are_strict(string query, string why)
    {
        SearchResponse response = _archive.Search(query);

        Assert.Equal(0, response.Total);
        QueryNotice notice = Assert.Single(response.Query.Notices);
        Assert.Equal("invalid_query", notice.Code);
        Assert.Contains(why, notice.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Throws<InvalidQueryException>(() => _archive.Search(query, strict: true));
    }

    [Fact]
    public void Whatever_is_refused_is_refused_in_one_short_line()
    {
        Random random = Seeds.Random();
        string[] pieces = ["(", ")", "\"", "/", "[", "]", "{", "}", "~", "^", ":", "*", "?", "\\", "+", "&&", " ", "\n", "\0", " AND ", " OR ", " TO ", "titel:", "date:", "\\u12", "🚢", "\ud83d", new string('x', 500), "boat"];
        int refused = 0;
        for (int round = 0; round < 500; round++)
        {
            string query = string.Concat(random.GetItems(pieces, random.Next(1, 9)));
            if (_archive.Search(query).Query.Notices is [{ Code: "invalid_query" } notice])
            {
                Assert.InRange(notice.Message.Length, 20, 330);
                Assert.DoesNotContain('\n', notice.Message);
                refused++;
            }
        }

        Assert.True(refused > 100, $"Only {refused} were refused.");
    }

    [Theory]
    [InlineData("(")]
    [InlineData("(\")\" ")]
    [InlineData("(/)/ ")]
    [InlineData("(\\) ")]
    public void Depth_is_limited_whatever_hides_in_it(string opening)
    {
        string query = string.Concat(Enumerable.Repeat(opening, 3_000)) + "red" + new string(')', 3_000);

        Assert.Contains("MaxDepth", Assert.Single(_archive.Search(query).Query.Notices).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_are_limited_in_number() =>
        Assert.Contains("MaxClauses", Assert.Single(_archive.Search(string.Join(' ', Enumerable.Range(0, 2_000).Select(static word => $"w{word}"))).Query.Notices).Message, StringComparison.Ordinal);

    [Fact]
    public void What_it_finds_is_marked()
    {
        SearchHit hit = Assert.Single(_archive.Search("\"red boats\" AND harb*").Hits);

        Assert.Equal(["Red boats", "harbour"], hit.Passages.SelectMany(static passage => passage.Highlights.Select(mark => passage.Text[mark.Start..mark.End])));
        Assert.Equal("harbour", Assert.Single(hit.TitleHighlights.Select(mark => hit.Article.Title[mark.Start..mark.End])));
    }

    private static Quote Said(string text, int start, string speaker) => new()
    {
        Text = text,
        Parts = [new TextSpan(start, start + text.Length)],
        Span = new TextSpan(start, start + text.Length),
        Speaker = speaker,
        Kind = QuoteKind.Direct,
    };
}
