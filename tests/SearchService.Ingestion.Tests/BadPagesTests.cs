using System.Text;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Tests;

/// <summary>Pages made by accident or malice cost a line of the report each, and the rest goes on.</summary>
public sealed class BadPagesTests : IDisposable
{
    private const string Good = "<!DOCTYPE html><html><head><title>A good one</title></head><body><article><p>It has words, and a few more of them.</p></article></body></html>";

    private readonly ArticleSet _set = new();

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<b>", 100_000)]
    [InlineData("<p>x</p>", 300_000)]
    public void A_page_that_would_cost_the_parser_too_much_is_refused(string piece, int times)
    {
        _set.With("a.html", $"<html><body>{string.Concat(Enumerable.Repeat(piece, times))}Words.").With("b.html", Good);
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal((ProblemCodes.PageTooLarge, ProblemEffect.RecordRejected), (outcomes[0].Problems[0].Code, outcomes[0].Problems[0].Effect));
        Assert.Equal("A good one", outcomes[1].Article?.Title);
    }

    [Fact]
    public void A_page_without_text_is_reported()
    {
        _set.With("a.html", "<html><head><title>Only a title</title></head><body></body></html>").With("b.html", "<html><body></body></html>").With("c.html", Good);
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal((ProblemCodes.PageWithoutText, ProblemEffect.ValueMissing), (outcomes[0].Problems[0].Code, outcomes[0].Problems[0].Effect));
        Assert.Equal(ProblemCodes.EmptyArticle, Assert.Single(outcomes[1].Problems).Code);
        Assert.Equal("A good one", outcomes[2].Article?.Title);
    }

    [Fact]
    public void A_gzip_bomb_of_a_page_ends_at_the_ratio()
    {
        _set.Options = _set.Options with { Limits = new IngestionLimits { DecompressedBytesBeforeRatio = 1 << 20, DecompressionRatio = 50 } };
        _set.With("a.html.gz", ArticleSet.Gzip("<html>" + new string(' ', 25 << 20))).With("b.html", Good);
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Contains(outcomes.SelectMany(static outcome => outcome.Problems), static problem => problem.Code == ProblemCodes.GzipRatio);
        Assert.Equal("A good one", Assert.Single(outcomes, static outcome => outcome.Article is not null).Article?.Title);
    }

    [Fact]
    public void A_page_that_a_cut_may_have_shortened_is_not_taken()
    {
        byte[] whole = ArticleSet.Gzip(Good + string.Concat(Enumerable.Range(0, 5_000).Select(static i => $"<p>{i * 7919}</p>")));
        _set.With("a.html.gz", whole[..(whole.Length / 2)]).With("b.html", Good);
        Assert.Single(_set.Articles());
        Assert.Equal([ProblemCodes.RecordCut, ProblemCodes.GzipTruncated], _set.Problems().Select(static problem => problem.Code));
    }

    [Fact]
    public void No_bytes_make_reading_a_page_fail()
    {
        Random random = SearchService.TestSupport.Seeds.Random();
        byte[] pieces = Encoding.UTF8.GetBytes("<>/!-=\"' \n&;#x<p><div><meta charset=koi8-r><b></b><title></title><script>é\u00A0");
        for (int i = 0; i < 300; i++)
        {
            byte[] content = new byte[random.Next(400)];
            for (int j = 0; j < content.Length; j++)
            {
                content[j] = random.Next(20) == 0 ? (byte)random.Next(1, 256) : pieces[random.Next(pieces.Length)];
            }

            using ArticleSet set = new();
            set.With("a.html", content);
            Assert.All(set.Read(), static outcome => Assert.True(outcome.Article is not null || !outcome.Problems.IsEmpty));
        }
    }
}
