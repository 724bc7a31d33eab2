using System.Collections.Immutable;
using SearchService.Conformance.Oracle;
using SearchService.Conformance.Searching;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Agreement;

/// <summary>Where several backends are built, they give the same answers to the same requests, but for what rounding makes of scores.</summary>
public sealed class BackendsAgree(UsNewsArchives archives)
{
    private const int Searches = 1_000;
    private const double Tolerance = 1e-4;

    [Fact]
    public void Every_backend_gives_the_same_answer_to_the_same_search()
    {
        (IArticleIndex first, IArticleIndex[] others) = Indexes();
        Random random = Seeds.Random();
        QueryGenerator generator = new(archives.RichOn(Backends.Built[0]).Naive.Articles, random);
        int hits = 0;
        for (int i = 0; i < Searches; i++)
        {
            GeneratedSearch search = generator.Search(first);
            ArticleQuery query = search.Query with { Passages = 1 + (i % 4), Quotations = 3, Skip = random.Next(4) == 0 ? random.Next(20) : 0 };
            ArticleMatches one = first.Search(query, TestContext.Current.CancellationToken);
            foreach (IArticleIndex index in others)
            {
                ArticleMatches other = index.Search(query, TestContext.Current.CancellationToken);
                Assert.True((one.Total, one.Stories, one.Last is null) == (other.Total, other.Stories, other.Last is null), $"{one.Total} and {other.Total}, {one.Stories} and {other.Stories}: {search}");
                AssertSame([.. one.Hits.Select(hit => (hit.Article.Id, Key(hit.Score, hit.Article, query.Sort)))], [.. other.Hits.Select(hit => (hit.Article.Id, Key(hit.Score, hit.Article, query.Sort)))], search);
                AssertSame(one.Facets, other.Facets, one.Histogram, other.Histogram, search);
                foreach ((SearchHit mine, SearchHit theirs) in one.Hits.Join(other.Hits, hit => hit.Article.Id, hit => hit.Article.Id, (mine, theirs) => (mine, theirs)))
                {
                    Assert.True(Told(mine) == Told(theirs), $"{mine.Article.Id}: {Told(mine)}{Environment.NewLine}{Told(theirs)}{Environment.NewLine}{search}");
                    hits++;
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Searches} searches, {hits} hits compared.");
        Assert.True(hits > 2 * Searches, $"Only {hits} hits were compared.");
    }

    [Fact]
    public void Every_backend_finds_the_same_quotations()
    {
        (IArticleIndex first, IArticleIndex[] others) = Indexes();
        Random random = Seeds.Random();
        QueryGenerator generator = new(archives.RichOn(Backends.Built[0]).Naive.Articles, random);
        for (int i = 0; i < Searches / 2; i++)
        {
            GeneratedSearch search = generator.SearchForQuotations(first);
            ArticleQuery asked = search.Query;
            QuotationQuery query = new() { Root = asked.Root, Filters = asked.Filters, Sort = asked.Sort, Size = asked.Size, Facets = asked.Facets, FacetSize = asked.FacetSize, Interval = asked.Interval, Split = asked.Split, SplitSize = asked.SplitSize };
            QuotationMatches one = first.SearchQuotations(query, TestContext.Current.CancellationToken);
            foreach (IArticleIndex index in others)
            {
                QuotationMatches other = index.SearchQuotations(query, TestContext.Current.CancellationToken);
                Assert.True((one.Total, one.Last is null) == (other.Total, other.Last is null), $"{one.Total} and {other.Total}: {search}");
                AssertSame([.. one.Hits.Select(hit => (hit.Id, Key(hit.Score, hit.Article, query.Sort)))], [.. other.Hits.Select(hit => (hit.Id, Key(hit.Score, hit.Article, query.Sort)))], search);
                AssertSame(one.Facets, other.Facets, one.Histogram, other.Histogram, search);
                Assert.True(one.Hits.Join(other.Hits, hit => hit.Id, hit => hit.Id, (mine, theirs) => Told(mine.Highlights) == Told(theirs.Highlights)).All(isSame => isSame), $"{search}");
            }
        }
    }

    [Fact]
    public void Every_backend_suggests_the_same_knows_the_same_names_and_tells_the_same_articles_to_be_similar()
    {
        (IArticleIndex first, IArticleIndex[] others) = Indexes();
        Random random = Seeds.Random();
        NaiveArchive naive = archives.RichOn(Backends.Built[0]).Naive;
        for (int i = 0; i < 200; i++)
        {
            Article article = naive.Articles[random.Next(naive.Articles.Count)];
            string word = naive.Vocabulary.Words[random.Next(naive.Vocabulary.Words.Count)].Written, name = naive.Quotations[random.Next(naive.Quotations.Length)].Quote!.Speaker ?? "Kasym Tokaev";
            string typed = random.Next(2) == 0 ? word : $"{article.Title.Split(' ')[0]} {word[..Math.Min(word.Length, 3)]}";
            foreach (IArticleIndex other in others)
            {
                if (first.Capabilities.Suggestions && other.Capabilities.Suggestions)
                {
                    SuggestResponse one = Suggest(first, typed), another = Suggest(other, typed);
                    Assert.True(Told(one) == Told(another), $"{typed}: {Told(one)}{Environment.NewLine}{Told(another)}");
                    AssertSame(Dated(naive, one), Dated(naive, another), typed);
                    Assert.True(one.Titles.Join(another.Titles, title => title.Id, title => title.Id, (mine, theirs) => Told(mine.Highlights) == Told(theirs.Highlights)).All(isSame => isSame), typed);
                }

                if (first.Capabilities.Similarity && other.Capabilities.Similarity)
                {
                    AssertSame(
                        [.. first.Similar(article.Id, 10, CancellationToken.None)!.Hits.Select(hit => (hit.Article.Id, hit.Score))],
                        [.. other.Similar(article.Id, 10, CancellationToken.None)!.Hits.Select(hit => (hit.Article.Id, hit.Score))],
                        article.Id);
                }

                foreach (string each in new[] { word, name.Split(' ')[^1], name.Replace('y', 'i') })
                {
                    Assert.Equal(first.NameVariants(each, CancellationToken.None).AsEnumerable(), other.NameVariants(each, CancellationToken.None));
                    Assert.Equal(first.SpeakerVariants(each, CancellationToken.None).AsEnumerable(), other.SpeakerVariants(each, CancellationToken.None));
                }
            }
        }
    }

    private (IArticleIndex First, IArticleIndex[] Others) Indexes()
    {
        Assert.SkipWhen(Backends.Built.Length < 2, $"Only '{Backends.Built[0].Name}' is built: there is no other backend that it could agree with.");
        IArticleIndex[] all = [.. Backends.Built.Select(backend => archives.RichOn(backend).Index)];
        return (all[0], all[1..]);
    }

    /// <summary>What hits are ordered by.</summary>
    private static double Key(double score, Article article, SortOrder sort) => sort switch
    {
        SortOrder.Relevance => score,
        SortOrder.Newest => article.Date?.First.DayNumber ?? double.MinValue,
        _ => -(article.Date?.First.DayNumber ?? double.MaxValue),
    };

    /// <summary>The same keys in the same order, and where a run of near-equal ones ends, the same ids in it; the last run may go on elsewhere.</summary>
    private static void AssertSame((string Id, double Key)[] one, (string Id, double Key)[] other, object about)
    {
        string told = $"{string.Join(' ', one)}{Environment.NewLine}{string.Join(' ', other)}{Environment.NewLine}{about}";
        Assert.True(one.Length == other.Length, told);
        int start = 0;
        for (int i = 0; i < one.Length; i++)
        {
            Assert.True(IsSame(one[i].Key, other[i].Key), told);
            if (i + 1 < one.Length && !IsSame(one[i].Key, one[i + 1].Key))
            {
                Assert.True(start == 0 || one[start..(i + 1)].Select(hit => hit.Id).ToHashSet().SetEquals(other[start..(i + 1)].Select(hit => hit.Id)), told);
                start = i + 1;
            }
        }
    }

    private static void AssertSame(ImmutableArray<Facet> one, ImmutableArray<Facet> other, Histogram? histogram, Histogram? otherHistogram, GeneratedSearch about)
    {
        foreach ((Facet mine, Facet theirs) in one.Zip(other))
        {
            Assert.True((mine.Field, mine.Distinct, mine.Missing, mine.MissingSelected) == (theirs.Field, theirs.Distinct, theirs.Missing, theirs.MissingSelected), $"{mine} {theirs}: {about}");
            Assert.True(Counted.Told(mine.Values).SequenceEqual(Counted.Told(theirs.Values)), $"{string.Join(' ', Counted.Told(mine.Values))}{Environment.NewLine}{string.Join(' ', Counted.Told(theirs.Values))}{Environment.NewLine}{about}");
        }

        Assert.Equal(histogram?.Missing, otherHistogram?.Missing);
        Assert.Equal(histogram?.Split?.Values ?? [], otherHistogram?.Split?.Values ?? []);
        Assert.True(Counted.Told(histogram?.Buckets ?? []).SequenceEqual(Counted.Told(otherHistogram?.Buckets ?? [])), $"{about}");
    }

    private static bool IsSame(double one, double other) => one.Equals(other) || Math.Abs(one - other) <= Tolerance * Math.Max(1e-3, Math.Max(Math.Abs(one), Math.Abs(other)));

    private static string Told(SearchHit hit) =>
        $"{Told(hit.TitleHighlights)} | {hit.MatchCount} | {string.Join(" / ", hit.Passages.Select(passage => $"{passage.Offset}+{passage.Text.Length} {Told(passage.Highlights)}"))} | "
        + $"{string.Join(" / ", hit.Quotations.Select(quotation => $"{quotation.Id} {Told(quotation.Highlights)}"))} | "
        + $"{hit.Story?.Id} {hit.Story?.Size} {hit.Story?.Matching} {hit.Story?.First.Id} {string.Join(',', hit.Story?.Outlets ?? [])}";

    private static string Told(ImmutableArray<TextSpan> marks) => string.Join(' ', marks.Select(mark => $"{mark.Start}-{mark.End}"));

    private static SuggestResponse Suggest(IArticleIndex index, string typed) => new ArticleSearch(index).Suggest(new SuggestRequest { Query = typed, Size = 10 }, CancellationToken.None);

    private static string Told(SuggestResponse response) =>
        $"{string.Join(' ', response.Completions)} | {response.AreCompletionsPartial} | {string.Join(' ', response.Authors)} | {string.Join(' ', response.Sources)} | {response.DidYouMean}";

    /// <summary>The headlines with what they are ordered by: which of two of one day comes first is a backend's own affair.</summary>
    private static (string Id, double Key)[] Dated(NaiveArchive naive, SuggestResponse response) =>
        [.. response.Titles.Select(title => (title.Id, Key(0, naive.Articles.Single(article => article.Id == title.Id), SortOrder.Newest)))];
}
