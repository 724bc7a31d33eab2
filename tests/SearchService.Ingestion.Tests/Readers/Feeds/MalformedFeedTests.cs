using System.Globalization;
using System.Text;
using SearchService.Core.Articles;
using SearchService.Ingestion.Reporting;
using SearchService.TestSupport;

namespace SearchService.Ingestion.Tests.Readers.Feeds;

/// <summary>What is wrong with a feed costs as little as can be, and is reported.</summary>
public sealed class MalformedFeedTests : IDisposable
{
    private readonly ArticleSet _set = new();

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData("<title>Fish & chips</title>", "Fish & chips", "ampersand")]
    [InlineData("<title>Tom &amp Jerry</title>", "Tom & Jerry", "ampersand")]
    [InlineData("<title>?a=1&lt=3</title>", "?a=1&lt=3", "ampersand")]
    [InlineData("<title>Caf&eacute;&nbsp;noir</title>", "Café\u00A0noir", "'&eacute;'")]
    [InlineData("<title>A &harbour; B</title>", "A &harbour; B", "never expanded")]
    [InlineData("<title>A&#7;B&#146;s</title>", "A B’s", "no character")]
    [InlineData("<title>1 < 2</title>", "1 < 2", "'<' that isn't escaped")]
    [InlineData("<title>A\u0007B</title>", "AB", "control character 'U+0007'")]
    [InlineData("<yt:x>1</yt:x><title>T</title>", "T", "prefix that isn't declared 'yt:x'")]
    [InlineData("<title>T</title></b>", "T", "end tag of no element 'b'")]
    [InlineData("<title>T<link>https://x.example.org/1</link>", "T", "isn't closed 'title'")]
    [InlineData("<titel>X</link><title>T</title>", "T", "isn't closed 'titel'")]
    [InlineData("<title>T</title><x><guid>1-1</guid>", "T", "isn't closed 'x'")]
    [InlineData("<title>T</title><link href='https://x.example.org/1><b/>", "T", "broken tag")]
    [InlineData("<title>T</title<link>https://x.example.org/1</link>", "T", "broken tag")]
    [InlineData("<title>T</title><!-- no end", "T", "doesn't end '<!--'")]
    [InlineData("<title><![CDATA[T</title>", "T", "doesn't end '<![CDATA['")]
    [InlineData("<TITLE>T</TITLE>", "T", null)]
    [InlineData("<title>T</title><enclosure url=x>", "T", null)]
    public void A_mistake_in_an_item_is_noted_with_it(string elements, string title, string? told)
    {
        _set.With("a.rss", $"<rss><channel><title>N</title><item>{elements}</item><item><title>After</title></item></channel></rss>");
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal([title, "After"], outcomes.Select(static outcome => outcome.Article?.Title).OfType<string>());
        IngestionProblem[] problems = [.. outcomes.SelectMany(static outcome => outcome.Problems)];
        if (told is null)
        {
            Assert.Empty(problems);
            return;
        }

        IngestionProblem problem = Assert.Single(problems);
        Assert.Equal((ProblemCodes.XmlMalformed, ProblemEffect.Noted, 1L), (problem.Code, problem.Effect, problem.Place.Line));
        Assert.Contains(told, problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n<?xml version='1.0'?>")]
    [InlineData("Warning: something in /var/www/feed.php\n<?xml version='1.0'?>")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE rss [ <!-- don't -->")]
    [InlineData("<?xml version='1.0'")]
    public void Junk_before_the_feed_is_passed_over(string before)
    {
        _set.With("a.rss", $"{before}<rss><channel><item><title>T</title></item></channel></rss>");
        Assert.Equal("T", Assert.Single(_set.Articles()).Title);
        Assert.Equal(ProblemCodes.XmlMalformed, Assert.Single(_set.Problems()).Code);
    }

    [Fact]
    public void Markup_that_was_not_escaped_is_markup_of_the_text()
    {
        _set.With("a.rss", """
            <rss><channel><item><title>A <em>loud</em> title</title><description><p>One<br>line & <a href="?a=1&b=2">two</a></p><ul><li>three<li>four</ul></description>
            <pubDate>2024-02-03</pubDate></item></channel></rss>
            """);
        Article article = Assert.Single(_set.Articles());
        Assert.Equal(("A loud title", "2024-02-03"), (article.Title, article.Date.ToString()));
        Assert.Contains("two", article.Text, StringComparison.Ordinal);
        Assert.Contains("four", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_without_its_end_takes_nothing_from_the_next_item()
    {
        _set.With("a.rss", """
            <rss><channel><item><title>A</title><description><![CDATA[<p>First</p></description></item>
            <item><title>B</title><description><![CDATA[<p>Second</p>]]></description></item></channel></rss>
            """);
        Assert.Equal(["A:First", "B:Second"], _set.Articles().Select(static article => $"{article.Title}:{article.Text}"));
    }

    [Fact]
    public void A_script_in_a_section_may_open_one_without_being_one()
    {
        _set.With("a.rss", "<rss><channel><item><title>A</title><description><![CDATA[Words <script>//<![CDATA[ x ]]></description></item></channel></rss>");
        Assert.Contains("Words", Assert.Single(_set.Articles()).Text, StringComparison.Ordinal);
        Assert.Empty(_set.Problems());
    }

    [Fact]
    public void An_item_that_is_not_closed_ends_where_the_next_begins()
    {
        _set.With("a.rss", "<rss><channel><item><title>A</title><item><title>B</title><description>Text of B<item><title>C</title></item></channel></rss>");
        Assert.Equal(["A", "B", "C"], _set.Articles().Select(static article => article.Title));
        Assert.Equal(2, _set.Problems().Count);
    }

    [Fact]
    public void A_value_that_is_not_closed_ends_at_whatever_comes_next()
    {
        _set.With("a.rss", """
            <rss xmlns:wfw="http://wellformedweb.org/CommentAPI/"><channel><item><title>A title<wfw:commentRss>https://x.example.org/c</wfw:commentRss>
            <link>https://x.example.org/1<comments>https://x.example.org/1#c</comments><guid isPermaLink="false">id-1<custom>x</custom>
            <pubDate>2024-02-03<custom/><description>Words</description></item></channel></rss>
            """);
        Article article = Assert.Single(_set.Articles());
        Assert.Equal(("A title", "https://x.example.org/1", "id-1", "2024-02-03", "Words"), (article.Title, article.Url, article.Id, article.Date.ToString(), article.Text));
    }

    [Fact]
    public void An_unclosed_element_of_the_channel_hides_no_item()
    {
        _set.With("a.rss", "<rss><channel><title>N</title><image><url>x</url><item><title>A</title></item><item><title>B</title></item></channel></rss>");
        Assert.Equal(["A", "B"], _set.Articles().Select(static article => article.Title));
    }

    [Theory]
    [InlineData("<title>Whole</title><description>Half a te", "Whole", "Half a te", null)]
    [InlineData("<title>Whole</title><link>https://x.example.org/20", "Whole", "", null)]
    [InlineData("<title>Whole</title><link>https://x.example.org/1</link><guid isPer", "Whole", "", "https://x.example.org/1")]
    public void An_item_that_the_end_cuts_keeps_what_is_whole_of_it(string elements, string title, string text, string? url)
    {
        _set.With("a.rss", $"<rss><channel><item><title>Before</title></item><item>{elements}");
        List<ReadOutcome> outcomes = _set.Read();
        Article cut = outcomes[1].Article!;
        Assert.Equal((title, text, url), (cut.Title, cut.Text, cut.Url));
        Assert.Equal(ProblemCodes.RecordCut, Assert.Single(outcomes[1].Problems).Code);
    }

    [Fact]
    public void An_item_cut_before_it_says_anything_is_rejected()
    {
        _set.With("a.rss", "<rss><channel><item><title>Before</title></item><item><guid>1-2");
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal("Before", outcomes[0].Article?.Title);
        Assert.Equal((ProblemCodes.RecordCut, ProblemEffect.RecordRejected), (outcomes[1].Problems[0].Code, outcomes[1].Problems[0].Effect));
    }

    [Theory]
    [InlineData("utf-8", "windows-1252", "Fähre “heute” später", ProblemCodes.InvalidUtf8)]
    [InlineData("iso-8859-1", "utf-8", "Fähre “heute” später", ProblemCodes.EncodingWrong)]
    [InlineData("x-martian", "utf-8", "Fähre “heute” später", ProblemCodes.EncodingWrong)]
    [InlineData(null, "windows-1252", "Fähre “heute” später", ProblemCodes.InvalidUtf8)]
    [InlineData("utf-8", "windows-1251", "Паром сегодня не вышел в море из-за сильного ветра", ProblemCodes.EncodingWrong)]
    [InlineData("iso-8859-1", "windows-1251", "Паром сегодня не вышел в море из-за сильного ветра", ProblemCodes.EncodingWrong)]
    [InlineData(null, "windows-1251", "Паром сегодня не вышел в море из-за сильного ветра", ProblemCodes.EncodingGuessed)]
    public void Bytes_are_believed_before_the_declaration(string? declared, string real, string title, string code)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(real) ?? Encoding.UTF8;
        string declaration = declared is null ? "" : $"<?xml version='1.0' encoding='{declared}'?>";
        _set.With("a.xml", encoding.GetBytes($"{declaration}<rss><channel><item><title>{title}</title></item></channel></rss>"));
        Assert.Equal(title, Assert.Single(_set.Articles()).Title);
        Assert.Contains(code, _set.Problems().Select(static problem => problem.Code));
    }

    [Fact]
    public void A_byte_order_mark_is_believed_before_all()
    {
        foreach (Encoding encoding in (Encoding[])[new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)])
        {
            _set.With("a.xml", [.. encoding.GetPreamble(), .. encoding.GetBytes("<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>Fähre</title></item></channel></rss>")]);
            Assert.Equal("Fähre", Assert.Single(_set.Articles()).Title);
            Assert.Empty(_set.Problems());
        }
    }

    [Fact]
    public void A_page_that_is_named_as_a_feed_is_read_as_a_page()
    {
        _set.With("a.xml", "<!DOCTYPE html><html><head><title>Not found</title></head><body><p>There is no such feed.</p></body></html>");
        Assert.Equal(ProblemCodes.FormatByContent, _set.Problems()[0].Code);
    }

    [Theory]
    [InlineData("<opml version='2.0'><body><outline xmlUrl='https://x.example.org/feed'/></body></opml>", ProblemCodes.NotAFeed, "OPML")]
    [InlineData("<urlset><url><loc>https://x.example.org/</loc></url></urlset>", ProblemCodes.NotAFeed, "sitemap")]
    [InlineData("<plist><dict/></plist>", ProblemCodes.NotAFeed, "plist")]
    [InlineData("just words", ProblemCodes.NotAFeed, "no XML")]
    [InlineData("<rss><channel><title>Quiet</title></channel></rss>", ProblemCodes.FileEmpty, "no items")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'/>", ProblemCodes.FileEmpty, "no items")]
    public void What_is_no_feed_or_has_no_items_is_said_to_be_so(string content, string code, string told)
    {
        _set.With("a.xml", content).With("b.rss", "<rss><channel><item><title>T</title></item></channel></rss>");
        IngestionProblem problem = Assert.Single(_set.Problems(), found => found.Code == code);
        Assert.Contains(told, problem.Reason + problem.Excerpt, StringComparison.Ordinal);
        Assert.Single(_set.Articles());
    }

    [Fact]
    public void Wherever_a_feed_is_cut_the_items_before_the_cut_are_whole()
    {
        (byte[] feed, int[] ends) = Sample();
        for (int cut = 0; cut < feed.Length; cut++)
        {
            CheckBefore(feed[..cut], cut, ends);
        }
    }

    [Fact]
    public void Damage_anywhere_costs_no_item_that_ends_before_it()
    {
        Random random = Seeds.Random();
        (byte[] feed, int[] ends) = Sample();
        for (int round = 0; round < 2000; round++)
        {
            List<byte> damaged = [.. feed];
            int first = feed.Length;
            for (int wounds = random.Next(1, 6); wounds > 0; wounds--)
            {
                int at = random.Next(100, damaged.Count);
                int length = Math.Min(random.Next(1, random.Next(2, 40)), damaged.Count - at);
                first = Math.Min(first, at);
                switch (random.Next(4))
                {
                    case 0:
                        damaged.RemoveRange(at, length);
                        break;
                    case 1:
                        damaged.InsertRange(at, Junk(random, length));
                        break;
                    case 2:
                        damaged.RemoveRange(at, length);
                        damaged.InsertRange(at, Junk(random, length));
                        break;
                    default:
                        string[] pieces = ["<![CDATA[", "]]>", "<!--", "-->", "<item>", "</item>", "</description>", "<", ">", "&", "\"", "'", "<?", "<!DOCTYPE [", "</channel>", "<title>", "&#0;", "<a b=\""];
                        damaged.InsertRange(at, Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)]));
                        break;
                }
            }

            CheckBefore([.. damaged], first, ends);
        }
    }

    private void CheckBefore(byte[] feed, int damage, int[] ends)
    {
        _set.With("a.xml", feed);
        List<Article> articles = _set.Articles("a.xml");
        int whole = ends.Count(end => end <= damage);
        Assert.True(articles.Count >= whole, $"{articles.Count} articles of {whole}, damage at {damage}");
        for (int i = 0; i < whole; i++)
        {
            string n = i.ToString(CultureInfo.InvariantCulture);
            Article article = articles[i];
            Assert.Equal(($"Title {n} & more", $"https://x.example.org/{n}", $"2024-01-{i + 1:00}"), (article.Title, article.Url, article.Date.ToString()));
            Assert.Contains($"Words of {n}", article.Text, StringComparison.Ordinal);
        }
    }

    private static byte[] Junk(Random random, int length)
    {
        byte[] junk = new byte[length];
        random.NextBytes(junk);
        return [.. junk.Select(static value => value == 0 ? (byte)'<' : value)];
    }

    // A feed with something of everything, and where each of its items ends.
    private static (byte[] Feed, int[] Ends) Sample()
    {
        StringBuilder feed = new("""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel><title>Naïve News</title><!-- a comment -->""");
        List<int> ends = [];
        for (int i = 0; i < 6; i++)
        {
            string text = i % 2 == 0 ? $"<![CDATA[<p>Words of {i} “quoted”</p><p>More</p>]]>" : $"&lt;p&gt;Words of {i} &#8220;quoted&#8221;&lt;/p&gt;";
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>Title {i} &amp; more</title><link>https://x.example.org/{i}</link><guid isPermaLink=\"false\">id-{i}</guid>");
            feed.Append(CultureInfo.InvariantCulture, $"<pubDate>2024-01-{i + 1:00}</pubDate><category>Ünïted</category><description>{text}</description><enclosure url='x?a=1&amp;b=2'/></item>\n");
            ends.Add(Encoding.UTF8.GetByteCount(feed.ToString()) - 1);
        }

        return (Encoding.UTF8.GetBytes(feed.Append("</channel></rss>").ToString()), [.. ends]);
    }
}
