using System.Globalization;
using System.Text;
using SearchService.Ingestion.Readers.Feeds;
using SearchService.Ingestion.Readers.Xml;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Tests.Readers.Feeds;

/// <summary>Feeds made to do harm: bounded time and memory, nothing expanded, nothing fetched.</summary>
public sealed class HostileFeedTests : IDisposable
{
    private readonly ArticleSet _set = new();

    public void Dispose() => _set.Dispose();

    [Fact]
    public void A_billion_laughs_are_not_expanded()
    {
        StringBuilder laughs = new("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY lol 'lol'>");
        for (int i = 1; i < 10; i++)
        {
            laughs.Append(CultureInfo.InvariantCulture, $"<!ENTITY lol{i} '{string.Concat(Enumerable.Repeat(i == 1 ? "&lol;" : $"&lol{i - 1};", 10))}'>");
        }

        _set.With("a.xml", $"{laughs}]><rss><channel><item><title>&lol9;</title></item></channel></rss>");
        Assert.Equal("&lol9;", Assert.Single(_set.Articles()).Title);
        Assert.Contains(ProblemCodes.XmlEntities, _set.Problems().Select(static problem => problem.Code));
    }

    [Fact]
    public void An_external_entity_is_not_fetched()
    {
        string secret = _set.PathOf("secret.unread");
        File.WriteAllText(secret, "SECRET");
        _set.With("a.xml", $"""
            <?xml version="1.0"?><!DOCTYPE rss SYSTEM "file://{secret}" [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY % p SYSTEM "file://{secret}">%p;]>
            <rss><channel><item><title>T &x;</title></item></channel></rss>
            """);
        Assert.Equal("T &x;", Assert.Single(_set.Articles("a.xml")).Title);
        IngestionProblem problem = Assert.Single(_set.Problems("a.xml"), static found => found.Code == ProblemCodes.XmlEntities);
        Assert.Equal(ProblemEffect.Noted, problem.Effect);
    }

    [Fact]
    public void Elements_nested_without_end_cost_their_depth_and_no_more()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        _set.With("a.xml", $"<rss><channel><item><title>A</title>{deep}</item><item><title>B</title><description>{deep}words</description></item><item><title>C</title></item></channel></rss>");
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal(["A", "C"], outcomes.Select(static outcome => outcome.Article?.Title).OfType<string>());
        Assert.Contains("too deep", outcomes[0].Problems[0].Reason, StringComparison.Ordinal);
        Assert.Contains(ProblemCodes.PageTooLarge, outcomes[1].Problems.Select(static problem => problem.Code));
    }

    [Theory]
    [InlineData("title", "<i>", "title")]
    [InlineData("author", "a,", "authors")]
    [InlineData("category", "<i>", "topics")]
    [InlineData("keywords", "a,", "topics")]
    [InlineData("source", "<i>", "source")]
    public void A_value_of_megabytes_is_left_out_and_said_to_be(string element, string piece, string field)
    {
        string value = string.Concat(Enumerable.Repeat(piece, 500_000));
        _set.With("a.xml", $"<rss><channel><{element}><![CDATA[{value}]]></{element}><item><{element}><![CDATA[{value}]]></{element}><description>Words.</description></item></channel></rss>");
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal("Words.", outcomes[0].Article?.Text);
        IngestionProblem problem = Assert.Single(outcomes[0].Problems);
        Assert.Equal((ProblemCodes.ValueTooLong, field), (problem.Code, problem.Field));
    }

    [Fact]
    public void An_item_beyond_the_limit_is_rejected_and_the_rest_goes_on()
    {
        _set.Options = _set.Options with { Limits = new IngestionLimits { RecordBytes = 1 << 20 } };
        _set.With("a.xml", $"<rss><channel><item><title>A</title><description>{new string('x', 3 << 20)}</description></item><item><title>B</title></item></channel></rss>");
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal((ProblemCodes.RecordTooLong, "B"), (outcomes[0].Problems[0].Code, outcomes[1].Article?.Title));
        Assert.Contains("--max-record-mb", outcomes[0].Problems[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<a b=\"")]
    [InlineData("<a b='< ")]
    [InlineData("<?x ")]
    [InlineData("<!DOCTYPE [")]
    [InlineData("<!x ")]
    [InlineData("&")]
    [InlineData("<")]
    [InlineData("</")]
    [InlineData("<a ")]
    [InlineData("<item>")]
    [InlineData("<author><source>")]
    [InlineData("<title><![CDATA[</title>")]
    [InlineData("<a b='<a b=\"")]
    public void What_begins_again_and_again_and_never_ends_takes_linear_time(string beginning)
    {
        // Each character is looked at a bounded number of times: counted, not timed.
        string repeated = string.Concat(Enumerable.Repeat(beginning, 400_000 / beginning.Length));
        using MemoryStream bytes = new(Encoding.UTF8.GetBytes($"{repeated}<rss><channel><item><title>A</title></item>{repeated}"));
        XmlScanner scanner = new(new XmlCharacters(bytes), IngestionLimits.Default);
        FeedParser feed = new(scanner, IngestionLimits.Default);
        while (feed.Next(out _))
        {
        }

        Assert.InRange(scanner.Looked, 0, 8L * 2 * 400_000);
    }
}
