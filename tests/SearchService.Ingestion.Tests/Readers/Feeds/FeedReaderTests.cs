using System.Text;
using SearchService.Core.Articles;
using SearchService.Ingestion.Outlets;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Tests.Readers.Feeds;

/// <summary>Feeds of every kind, well-formed.</summary>
public sealed class FeedReaderTests : IDisposable
{
    private readonly ArticleSet _set = new();

    public void Dispose() => _set.Dispose();

    [Fact]
    public void An_item_of_rss_2_is_an_article_with_all_that_it_says()
    {
        Article article = Rss(
            """
            <title>Storm closes the harbour</title>
            <link>https://www.example.org/2024/storm</link>
            <guid isPermaLink="false">tag:example.org,2024:17</guid>
            <pubDate>Tue, 05 Mar 2024 08:15:00 +0100</pubDate>
            <dc:creator>Anna Berg</dc:creator><dc:creator>Jan Holm</dc:creator>
            <category>Weather</category><category domain="places">The coast</category>
            <description>Short &lt;b&gt;version&lt;/b&gt;.</description>
            <content:encoded><![CDATA[<p>Ferries stay in port.</p><p>Schools are closed.</p>]]></content:encoded>
            <enclosure url="https://www.example.org/storm.jpg" type="image/jpeg" length="1"/>
            """);
        Assert.Equal(
            ("Storm closes the harbour", "https://www.example.org/2024/storm", "tag:example.org,2024:17", "2024-03-05", "en", "Harbour News"),
            (article.Title, article.Url, article.Id, article.Date.ToString(), article.Language, article.Source));
        Assert.Equal(["Anna Berg", "Jan Holm"], article.Authors);
        Assert.Equal(["Weather", "The coast"], article.Topics);
        Assert.Contains("Ferries stay in port.", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Short", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<", article.Text, StringComparison.Ordinal);
        Assert.Empty(_set.Problems());
    }

    [Theory]
    [InlineData("0.91", """<!DOCTYPE rss SYSTEM "http://my.netscape.com/publish/formats/rss-0.91.dtd">""")]
    [InlineData("0.91", """<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">""")]
    [InlineData("0.92", "")]
    [InlineData("2.0", "<!-- made by hand -->")]
    public void Older_versions_read_alike(string version, string prolog)
    {
        Article article = _set.Single("a.rss", $"""
            <?xml version="1.0"?>{prolog}
            <rss version="{version}"><channel><title>Old News</title><link>http://old.example.org/</link><language>en-us</language>
            <image><title>A logo</title><url>http://old.example.org/l.gif</url><link>http://old.example.org/logo</link></image>
            <item><title>One</title><link>http://old.example.org/1</link><description>It &amp;amp; that.</description></item>
            <textinput><title>Search</title><description>Ask</description><name>q</name><link>http://old.example.org/q</link></textinput>
            </channel></rss>
            """);
        Assert.Equal(("One", "http://old.example.org/1", "It & that.", "Old News"), (article.Title, article.Url, article.Text, article.Source));
        Assert.Empty(_set.Problems());
    }

    [Fact]
    public void Items_of_rdf_stand_beside_the_channel_and_are_named_by_what_they_are_about()
    {
        Article article = _set.Single("a.rdf", """
            <?xml version="1.0" encoding="UTF-8"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="http://rdf.example.org/"><title>Lab Notes</title><link>http://rdf.example.org/</link><dc:language>de</dc:language>
            <items><rdf:Seq><rdf:li rdf:resource="http://rdf.example.org/1"/></rdf:Seq></items></channel>
            <item rdf:about="http://rdf.example.org/1"><title>Eins</title><dc:creator>Hines, P. J.</dc:creator>
            <dc:date>2017-06-15T10:29:47-07:00</dc:date><dc:subject>Botanik</dc:subject><description>Ein Satz.</description></item>
            </rdf:RDF>
            """);
        Assert.Equal(("Eins", "http://rdf.example.org/1", "2017-06-15", "de", "Lab Notes"), (article.Title, article.Url, article.Date.ToString(), article.Language, article.Source));
        Assert.Equal(["Hines, P. J."], article.Authors);
        Assert.Equal(["Botanik"], article.Topics);
    }

    [Theory]
    [InlineData("http://www.w3.org/2005/Atom", "published")]
    [InlineData("http://purl.org/atom/ns#", "issued")]
    public void Entries_of_atom_read_alike_in_both_versions(string space, string date)
    {
        Article article = _set.Single("a.atom", $"""
            <?xml version="1.0"?>
            <feed xmlns="{space}" xml:lang="fr"><title type="html">La &lt;i&gt;Gazette&lt;/i&gt;</title>
            <link rel="self" href="http://atom.example.org/feed"/><link href="http://atom.example.org/"/><author><name>La rédaction</name></author>
            <entry><id>urn:x:1</id><title>Un</title><updated>2020-02-03T00:00:00Z</updated><{date}>2020-02-01T00:00:00Z</{date}>
            <link rel="edit" href="http://atom.example.org/edit/1"/><link rel="alternate" type="text/html" href="http://atom.example.org/1"/>
            <author><name>Luc Petit</name><email>luc@atom.example.org</email></author><contributor><name>Quelqu'un</name></contributor>
            <category term="eco" label="Économie"/><category term="Ville"/>
            <summary>Court.</summary><content type="html">&lt;p&gt;Long texte.&lt;/p&gt;</content></entry></feed>
            """);
        Assert.Equal(
            ("Un", "http://atom.example.org/1", "urn:x:1", "2020-02-01", "fr", "La Gazette", "Long texte."),
            (article.Title, article.Url, article.Id, article.Date.ToString(), article.Language, article.Source, article.Text));
        Assert.Equal(["Luc Petit"], article.Authors);
        Assert.Equal(["Économie", "Ville"], article.Topics);
    }

    [Theory]
    [InlineData("""<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A &lt; B &amp; C</p><br/>end</div></content>""", "A < B & C", "end")]
    [InlineData("""<content type="xhtml" xmlns:h="http://www.w3.org/1999/xhtml"><h:div><h:p>A &lt; B &amp; C</h:p>end</h:div></content>""", "A < B & C", "end")]
    [InlineData("""<content type="text">A &lt; B &amp; C &lt;i&gt;is no markup&lt;/i&gt;</content>""", "A < B & C <i>is no markup</i>", "markup")]
    [InlineData("""<content type="html">A &amp;lt; B &amp;amp; C</content>""", "A < B & C", "C")]
    [InlineData("""<content mode="escaped" type="text/html">A &amp;lt; B &amp;amp; C</content>""", "A < B & C", "C")]
    [InlineData("""<content mode="xml" type="text/html"><p>A &lt; B &amp; C</p></content>""", "A < B & C", "C")]
    [InlineData("""<content type="image/png">AAAA</content><summary>A picture.</summary>""", "A picture.", "A")]
    [InlineData("""<content src="http://x.example.org/1.html" type="text/html"/><summary>A summary.</summary>""", "A summary.", "A")]
    [InlineData("""<summary mode="base64" type="text/html">PGI+</summary><content>Text.</content>""", "Text.", "T")]
    public void The_types_of_atom_say_what_is_markup(string element, string text, string also)
    {
        Article article = _set.Single("a.xml", $"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title>{element}</entry></feed>""");
        Assert.Contains(text, article.Text, StringComparison.Ordinal);
        Assert.Contains(also, article.Text, StringComparison.Ordinal);
        Assert.Empty(_set.Problems());
    }

    [Fact]
    public void A_feed_that_declares_other_prefixes_reads_alike()
    {
        Article article = _set.Single("a.xml", """
            <rss xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:a="http://www.w3.org/2005/Atom">
            <channel><title>N</title><item><title>T</title><d:creator>Eva Lund</d:creator><a:updated>2021-05-06T00:00:00Z</a:updated>
            <a:link rel="alternate" href="https://x.example.org/1"/><c:encoded>&lt;p&gt;Whole.&lt;/p&gt;</c:encoded><description>Part.</description></item></channel></rss>
            """);
        Assert.Equal(("Whole.", "https://x.example.org/1", "2021-05-06"), (article.Text, article.Url, article.Date.ToString()));
        Assert.Equal(["Eva Lund"], article.Authors);
    }

    [Fact]
    public void The_best_of_several_texts_is_taken_unless_it_has_no_words()
    {
        Assert.Equal("The words.", Rss("""<title>T</title><content:encoded>&lt;img src="x.png"/&gt; &amp;nbsp;</content:encoded><description>The words.</description>""").Text);
        Assert.Equal("A caption.", Rss("""<title>T</title><description></description><media:content url="x"><media:description>A caption.</media:description></media:content>""").Text);
    }

    [Fact]
    public void An_empty_element_of_media_ends_nothing()
    {
        Article article = Rss("""<title>T</title><media:content url="x.jpg"/><media:group/><description>After it.</description><pubDate>2024-01-02</pubDate>""");
        Assert.Equal(("After it.", "2024-01-02"), (article.Text, article.Date.ToString()));
    }

    [Fact]
    public void A_podcast_is_articles_with_what_is_said_of_each_episode()
    {
        Article article = Rss(
            """
            <itunes:title>Episode 3</itunes:title><itunes:author>Kim Ode</itunes:author><itunes:subtitle>Short.</itunes:subtitle>
            <itunes:summary>We talk about ferries.</itunes:summary><itunes:keywords>ferries, sea</itunes:keywords><itunes:duration>12:01</itunes:duration>
            """);
        Assert.Equal(("Episode 3", "We talk about ferries."), (article.Title, article.Text));
        Assert.Equal(["Kim Ode"], article.Authors);
        Assert.Equal(["ferries", "sea"], article.Topics);
    }

    [Theory]
    [InlineData("""<guid>https://x.example.org/9</guid>""", "https://x.example.org/9", "https://x.example.org/9")]
    [InlineData("""<guid isPermaLink="false">https://x.example.org/9</guid>""", null, "https://x.example.org/9")]
    [InlineData("""<guid>abc-9</guid>""", null, "abc-9")]
    [InlineData("""<guid>9</guid><link>/nine</link>""", "https://harbour.example.org/nine", null)]
    [InlineData("""<link>harbour.example.org/nine</link>""", "https://harbour.example.org/nine", null)]
    [InlineData("""<link>nine.html</link>""", "https://harbour.example.org/nine.html", null)]
    [InlineData("""<link xml:base="https://b.example.org/a/">nine.html</link>""", "https://b.example.org/a/nine.html", null)]
    [InlineData("""<atom:link rel="enclosure" href="https://x.example.org/f.mp3"/><atom:link href="https://x.example.org/9"/>""", "https://x.example.org/9", null)]
    [InlineData("""<link><![CDATA[ https://x.example.org/9?a=1&b=2 ]]></link>""", "https://x.example.org/9?a=1&b=2", null)]
    public void Addresses_and_ids_are_those_of_the_article(string elements, string? url, string? id)
    {
        Article article = Rss($"<title>T</title>{elements}");
        Assert.Equal(url, article.Url);
        Assert.True(id is null ? article.Id.Length == 24 : article.Id == id, article.Id);
    }

    [Theory]
    [InlineData("<author>anna@example.org (Anna Berg)</author>", "Anna Berg")]
    [InlineData("<author>anna@example.org</author>", "anna@example.org")]
    [InlineData("<author>Anna Berg &lt;anna@example.org&gt;</author>", "Anna Berg")]
    [InlineData("<author>By Anna Berg and Jan Holm</author>", "Anna Berg;Jan Holm")]
    [InlineData("<author><name>Anna Berg</name></author>", "Anna Berg")]
    [InlineData("<author>Desk</author><dc:creator>Anna Berg, Jan Holm</dc:creator>", "Anna Berg;Jan Holm")]
    public void Bylines_become_names(string elements, string names) => Assert.Equal(names.Split(';'), Rss($"<title>T</title>{elements}").Authors);

    [Theory]
    [InlineData("""<source url="https://wire.example.net/feed">The Wire</source>""", "The Wire")]
    [InlineData("""<source><id>x</id><title>The Wire</title><updated>2001-01-01</updated></source>""", "The Wire")]
    [InlineData("", "Harbour News")]
    public void The_outlet_is_the_feed_an_item_was_taken_from_or_else_its_own(string element, string outlet)
    {
        Article article = Rss($"<title>T</title>{element}");
        Assert.Equal((outlet, null), (article.Source, article.Date));
        Assert.Equal(ValueOrigin.Record, article.From.Source);
    }

    [Fact]
    public void A_registered_outlet_is_known_by_the_address_before_the_title_of_its_feed()
    {
        string registry = Path.Combine(_set.Folder, "outlets.csv");
        File.WriteAllText(registry, "outlet,aliases,domains,country,stance,label_source\nHarbour Post,,harbour.example.org,NO,,\nThe Wire,,wire.example.net,,,\n");
        _set.Options = _set.Options with { Outlets = OutletRegistryReader.Read(registry, static _ => { }), NotArticles = [registry] };
        Article article = Rss("<title>T</title><link>https://harbour.example.org/1</link>");
        Assert.Equal(("Harbour Post", "NO", ValueOrigin.Registry), (article.Source, article.Country, article.From.Source));
        Assert.Equal("The Wire", Rss("<title>T</title><link>https://harbour.example.org/2</link><source>The Wire</source>").Source);
    }

    [Fact]
    public void Items_that_share_an_id_but_not_a_title_are_articles_of_their_own()
    {
        _set.With("a.rss", Feed("<item><title>A</title><guid>same</guid></item><item><title>B</title><guid>same</guid></item><item><title>B</title><guid>same</guid></item>"));
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal(["A", "B"], outcomes.Select(static outcome => outcome.Article?.Title).OfType<string>());
        Assert.Equal([ProblemEffect.Noted, ProblemEffect.Noted, ProblemEffect.RecordRejected], outcomes.SelectMany(static outcome => outcome.Problems).Select(static problem => problem.Effect));
    }

    [Fact]
    public void Items_that_link_to_the_front_page_alone_are_told_by_their_titles()
    {
        _set.With("a.rss", Feed(string.Concat("ABC".Select(static title => $"<item><title>{title}</title><link>https://harbour.example.org</link></item>"))));
        Assert.Equal(["A", "B", "C"], _set.Articles().Select(static article => article.Title));
        Assert.DoesNotContain(_set.Problems(), static problem => problem.Effect == ProblemEffect.RecordRejected);
    }

    [Fact]
    public void Titles_lose_their_markup_and_double_escapes()
    {
        Assert.Equal("Fish & “chips”", Rss("<title>&lt;b&gt;Fish&lt;/b&gt; &amp;amp; &amp;#8220;chips&amp;#8221;</title>").Title);
        Assert.Equal("3 < 4 & 5", Rss("<title>3 &lt; 4 &amp; 5</title>").Title);
    }

    [Fact]
    public void Lines_of_a_plain_text_go_on_where_a_sentence_does()
    {
        string text = Rss("<title>T</title><description>The council met on Tuesday evening and spoke about the\n   harbour for hours.\n\nIt\nwill\nmeet again.\nThe end.</description>").Text;
        Assert.Equal("The council met on Tuesday evening and spoke about the harbour for hours.\n\nIt will meet again.\n\nThe end.", text);
    }

    [Theory]
    [InlineData("windows-1251", "Паром отменён")]
    [InlineData("iso-8859-1", "Fähre fällt aus – “heute”")]
    [InlineData("iso-8859-2", "Żegluga")]
    [InlineData("koi8-r", "Паром")]
    [InlineData("shift_jis", "フェリー欠航")]
    [InlineData("utf-8", "Паром, Fähre, フェリー")]
    public void The_encoding_declared_is_honoured(string encoding, string title)
    {
        Encoding codes = CodePagesEncodingProvider.Instance.GetEncoding(encoding == "iso-8859-1" ? "windows-1252" : encoding) ?? Encoding.GetEncoding(encoding);
        _set.With("a.xml", codes.GetBytes($"""<?xml version="1.0" encoding="{encoding}"?>{Feed($"<item><title>{title}</title></item>")}"""));
        Assert.Equal(title, Assert.Single(_set.Articles()).Title);
        Assert.Empty(_set.Problems());
    }

    private static string Feed(string items) =>
        $"""
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom">
        <channel><title>Harbour News</title><link>https://harbour.example.org/</link><language>en</language>{items}</channel></rss>
        """;

    private Article Rss(string elements) => _set.With("a.rss", Feed($"<item>{elements}</item>")).Articles("a.rss").Single();
}
