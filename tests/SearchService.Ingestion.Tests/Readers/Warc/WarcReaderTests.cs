using System.IO.Compression;
using System.Text;
using SearchService.Core.Articles;
using SearchService.Ingestion.Encodings;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Tests.Readers.Warc;

public sealed class WarcReaderTests : IDisposable
{
    private const string Words = "The harbour was closed on Monday after a storm, said the mayor of the town.";

    private readonly ArticleSet _set = new();

    public void Dispose() => _set.Dispose();

    [Fact]
    public void Pages_become_articles_at_the_address_that_was_asked_for()
    {
        _set.With("a.warc", Mixed().Bytes());
        List<Article> articles = _set.Articles();
        Assert.Equal(["https://news.example/one", "https://news.example/two", "https://news.example/three"], articles.Select(static article => article.Url));
        Assert.All(articles, static article => Assert.Contains(Words, article.Text, StringComparison.Ordinal));
        Assert.All(articles, static article => Assert.Equal("a.warc", article.File));
    }

    [Fact]
    public void A_crawl_may_be_compressed_record_by_record_or_whole()
    {
        _set.With("members.warc.gz", Mixed().Members());
        Assert.Equal(3, _set.Articles().Count);
        using ArticleSet whole = new();
        whole.With("whole.warc.gz", ArticleSet.Gzip(Mixed().Bytes()));
        Assert.Equal(3, whole.Articles().Count);
    }

    [Fact]
    public void What_is_no_page_is_counted_by_kind_and_left_aside()
    {
        _set.With("a.warc", Mixed().Bytes());
        List<IngestionProblem> problems = _set.Problems();
        Assert.All(problems, static problem => Assert.Equal((ProblemCodes.WarcLeftAside, ProblemEffect.FileSkipped), (problem.Code, problem.Effect)));
        string[] reasons = [.. problems.Select(static problem => problem.Reason)];
        Assert.Equal(4, reasons.Length);
        Assert.Contains(reasons, static reason => reason.Contains("2 more of status 404", StringComparison.Ordinal));
        Assert.Contains(reasons, static reason => reason.Contains("(image/png)", StringComparison.Ordinal));
        Assert.Contains(reasons, static reason => reason.Contains("earlier visit", StringComparison.Ordinal));
        Assert.Contains(reasons, static reason => reason.Contains("(text/dns)", StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Codings() => new()
    {
        { "Transfer-Encoding: chunked\r\n", "chunks" },
        { "Content-Encoding: gzip\r\n", "gzip" },
        { "Content-Encoding: deflate\r\n", "zlib" },
        { "Content-Encoding: deflate\r\n", "deflate" },
        { "Content-Encoding: br\r\n", "br" },
        { "content-encoding: GZIP\r\nTransfer-Encoding: Chunked\r\n", "gzip chunks" },
        { "Content-Encoding: br, gzip\r\n", "br gzip" },

        // Stored decoded, with the fields of the wire.
        { "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", "" },
        { "Content-Encoding: br\r\n", "" },
        { "Content-Encoding: identity\r\n", "" },
    };

    [Theory]
    [MemberData(nameof(Codings))]
    public void Bodies_are_taken_out_of_their_codings(string headers, string codings)
    {
        byte[] body = Encoding.UTF8.GetBytes(Crawl.Page(Words));
        foreach (string coding in codings.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            body = Encode(body, coding);
        }

        _set.With("a.warc", new Crawl().Response("https://news.example/1", body, headers: headers).Bytes());
        Assert.Contains(Words, Assert.Single(_set.Articles()).Text, StringComparison.Ordinal);
        Assert.Empty(_set.Problems());
    }

    [Fact]
    public void The_charset_of_the_answer_is_believed_before_that_of_the_page()
    {
        const string Russian = "Вчера в порту открылась выставка старых лодок, и вход туда свободный.";
        string page = Crawl.Page(Russian).Replace("<head>", "<head><meta charset=koi8-r>", StringComparison.Ordinal);
        _set.With("a.warc", new Crawl().Response("https://news.example/1", EncodingLabels.OfCodePage(1251).GetBytes(page), "text/html; charset=windows-1251").Bytes());
        Assert.Contains(Russian, Assert.Single(_set.Articles()).Text, StringComparison.Ordinal);
        Assert.Empty(_set.Problems());
    }

    [Fact]
    public void A_crawl_cut_in_half_gives_the_pages_before_the_cut()
    {
        Crawl crawl = new();
        for (int i = 0; i < 100; i++)
        {
            crawl.Response($"https://news.example/{i}", Crawl.Page($"{Words} {i}"));
        }

        byte[] whole = crawl.Bytes();
        byte[] members = crawl.Members();
        foreach ((string name, byte[] bytes) in (ReadOnlySpan<(string, byte[])>)[("a.warc", whole), ("a.warc.gz", members), ("a.warc.gz", ArticleSet.Gzip(whole))])
        {
            using ArticleSet set = new();
            set.With(name, bytes[..(bytes.Length / 2)]);
            List<ReadOutcome> outcomes = set.Read();
            Assert.InRange(outcomes.Count(static outcome => outcome.Article is not null), 30, 60);
            Assert.All(outcomes, static outcome => Assert.True(outcome.Article is null || outcome.Article.Text.Contains(Words, StringComparison.Ordinal)));
            Assert.Contains(outcomes.SelectMany(static outcome => outcome.Problems), static problem => problem is
            { Effect: ProblemEffect.FileRejected, Code: ProblemCodes.RecordCut or ProblemCodes.GzipTruncated });
        }
    }

    [Fact]
    public void Rubbish_between_records_costs_one_line_and_the_next_record_is_read()
    {
        _set.With("a.warc", new Crawl()
            .Response("https://news.example/1", Crawl.Page(Words))
            .Raw(Encoding.UTF8.GetBytes("rubbish\r\nmore of it\r\n\r\nand more\r\n"))
            .Response("https://news.example/2", Crawl.Page(Words))
            .Raw(Encoding.UTF8.GetBytes("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nrubbish\r\n"))
            .Response("https://news.example/3", Crawl.Page(Words)).Bytes());
        Assert.Equal(3, _set.Articles().Count);
        Assert.Equal([ProblemCodes.WarcDamaged, ProblemCodes.WarcDamaged], _set.Problems().Select(static problem => problem.Code));
    }

    [Fact]
    public void A_page_beyond_the_limit_costs_itself_alone()
    {
        _set.Options = _set.Options with { Limits = new IngestionLimits { PageBytes = 1 << 20 } };
        byte[] zeros = Encode(Encoding.UTF8.GetBytes(Crawl.Page(new string('x', 3 << 20))), "gzip");
        _set.With("a.warc", new Crawl()
            .Response("https://news.example/1", Crawl.Page(new string('x', 2 << 20)))
            .Response("https://news.example/2", zeros, headers: "Content-Encoding: gzip\r\n")
            .Response("https://news.example/3", Crawl.Page(Words)).Bytes());
        Assert.Equal("https://news.example/3", Assert.Single(_set.Articles()).Url);
        Assert.Equal([ProblemCodes.PageTooLarge, ProblemCodes.WarcDamaged], _set.Problems().Select(static problem => problem.Code));
    }

    [Fact]
    public void Bodies_that_grow_without_end_end_the_crawl()
    {
        _set.Options = _set.Options with { Limits = new IngestionLimits { DecompressedBytesBeforeRatio = 8 << 20 } };
        byte[] bomb = Encode(new byte[4 << 20], "br");
        Crawl crawl = new Crawl().Response("https://news.example/0", Crawl.Page(Words));
        for (int i = 1; i < 1000; i++)
        {
            crawl.Response($"https://news.example/{i}", bomb, headers: "Content-Encoding: br\r\n");
        }

        _set.With("a.warc", crawl.Bytes());
        Assert.Single(_set.Articles());
        Assert.Contains(_set.Problems(), static problem => problem is { Code: ProblemCodes.GzipRatio, Effect: ProblemEffect.FileRejected });
    }

    [Fact]
    public void Records_without_pages_are_passed_over()
    {
        _set.With("a.warc", new Crawl().Record("warcinfo", "software: x\r\n"u8.ToArray()).Record("request", "GET / HTTP/1.1\r\n\r\n"u8.ToArray()).Bytes());
        Assert.Equal(ProblemCodes.FileEmpty, Assert.Single(_set.Problems()).Code);
    }

    [Fact]
    public void No_bytes_make_reading_fail()
    {
        Random random = SearchService.TestSupport.Seeds.Random();
        byte[] whole = Mixed().Bytes();
        for (int i = 0; i < 200; i++)
        {
            byte[] bytes = [.. whole];
            for (int j = random.Next(1, 60); j > 0; j--)
            {
                bytes[random.Next(8, bytes.Length)] = "\r\n: 0123456789WARC/HTTP"u8[random.Next(23)];
            }

            using ArticleSet set = new();
            set.With("a.warc", bytes[..random.Next(20, bytes.Length)]);
            Assert.All(set.Read(), static outcome => Assert.True(outcome.Article is not null || !outcome.Problems.IsEmpty));
        }
    }

    private static Crawl Mixed() => new Crawl()
        .Record("warcinfo", "software: a crawler\r\n"u8.ToArray(), "Content-Type: application/warc-fields\r\n")
        .Record("request", "GET /one HTTP/1.1\r\nHost: news.example\r\n\r\n"u8.ToArray(), "WARC-Target-URI: https://news.example/one\r\nContent-Type: application/http; msgtype=request\r\n")
        .Response("https://news.example/one", Crawl.Page(Words))
        .Response("https://news.example/gone", Crawl.Page("Not found"), status: 404)
        .Response("https://news.example/gone-too", Crawl.Page("Not found"), status: 404)
        .Response("<https://news.example/two>", Crawl.Page(Words))
        .Response("https://news.example/logo.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0], "image/png")
        .Response("https://news.example/gone-three", Crawl.Page("Not found"), status: 404)
        .Record("response", "20220113 news.example"u8.ToArray(), "WARC-Target-URI: dns:news.example\r\nContent-Type: text/dns\r\n")
        .Record("revisit", "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), "WARC-Target-URI: https://news.example/one\r\n")
        .Record("resource", Encoding.UTF8.GetBytes(Crawl.Page(Words)), "WARC-Target-URI: https://news.example/three\r\nContent-Type: text/html\r\n");

    private static byte[] Encode(byte[] body, string coding)
    {
        if (coding == "chunks")
        {
            int half = body.Length / 2;
            return [.. Encoding.ASCII.GetBytes($"{half:x}\r\n"), .. body[..half], .. Encoding.ASCII.GetBytes($"\r\n{body.Length - half:X};ext=1\r\n"), .. body[half..], .. "\r\n0\r\n\r\n"u8];
        }

        using MemoryStream to = new();
        using (Stream stream = coding switch
        {
            "gzip" => new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true),
            "zlib" => new ZLibStream(to, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new DeflateStream(to, CompressionLevel.Fastest, leaveOpen: true),
            _ => new BrotliStream(to, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            stream.Write(body);
        }

        return to.ToArray();
    }
}
