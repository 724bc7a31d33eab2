using System.Collections.Immutable;
using System.Text;
using SearchService.Analysis;
using SearchService.Analysis.Patterns;
using SearchService.Engine.Automata;
using SearchService.Engine.Collect.Facets;
using SearchService.Engine.Execution;
using SearchService.Engine.Index;
using SearchService.Engine.Queries;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Execution;

/// <summary>Queries meant to cost more than they should: answered exactly, within bounds, or refused by the name of the limit; and ended when they are cancelled.</summary>
public sealed class HostileQueryTests(HostileQueryTests.Archive archive) : IClassFixture<HostileQueryTests.Archive>
{
    private static readonly TermForm[] Written = [TermForm.Written];

    public static TheoryData<string> Hostile =>
        ["union", "union of prefixes", "everything excluded", "one letter", "wildcards", "regular expression", "fuzzy", "slop", "near", "nested near", "values", "ranges"];

    [Fact]
    public void A_union_of_ten_thousand_words_is_exact_and_ranked_as_if_everything_were_scored()
    {
        string[] words = Words(10_000);
        var search = new EngineSearch { Query = BooleanQuery.AnyOf(words.Select(Word)), Facets = [new FacetRequest(WrittenIndex.Label)], Size = 20 };
        HashSet<string> any = [.. words];

        var found = archive.Index.Searcher.Search(search);

        Assert.Equal(archive.Texts.Count(text => text.Any(any.Contains)), found.Total);
        Assert.Equal(found.Total, Assert.Single(found.Facets).Documents);
        Assert.Equal(new Searcher(archive.Index.Snapshot, new SearcherOptions { Ranking = RankingChoice.Never }).Search(search).Hits, found.Hits);
        Assert.Equal(new Searcher(archive.Index.Snapshot, new SearcherOptions { Ranking = RankingChoice.Always }).Search(search).Hits, found.Hits);
    }

    [Fact]
    public void At_least_some_of_ten_thousand_words_are_counted_exactly()
    {
        string[] words = Words(10_000);
        HashSet<string> any = [.. words];
        foreach (var least in (int[])[2, 7, 10_000])
        {
            var query = new BooleanQuery([.. words.Select(word => new BooleanClause(Word(word), Occur.Should))], least);
            Assert.Equal(archive.Texts.Count(text => text.Distinct().Count(any.Contains) >= least), Total(query));
        }
    }

    [Theory]
    [InlineData("a*")]
    [InlineData("*")]
    [InlineData("*a*b*c*")]
    [InlineData("*a*?*b*?*c*?*d*?*e*")]
    [InlineData("?????")]
    public void Patterns_of_hardly_anything_stand_for_every_word_that_fits(string pattern)
    {
        HashSet<string> fitting = [.. archive.Vocabulary.Where(word => NaivePatterns.FitsWildcards(pattern, word))];

        Assert.Equal(archive.Texts.Count(text => text.Any(fitting.Contains)), Total(Wildcard(pattern)));
        if (pattern == "a*")
        {
            Assert.Equal(Total(Wildcard(pattern)), Total(new PrefixQuery(WrittenIndex.Text, [.. Written], "a")));
        }
    }

    [Fact]
    public void A_fuzzy_word_of_two_letters_stands_for_all_of_hardly_more()
    {
        HashSet<string> fitting = [.. archive.Vocabulary.Where(word => NaivePatterns.Distance(word, "ab") <= 2)];

        Assert.NotEmpty(fitting);
        Assert.Equal(archive.Texts.Count(text => text.Any(fitting.Contains)), Total(Fuzzy("ab")));
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MaxValue - 1)]
    public void A_slop_or_distance_of_two_to_the_thirty_first_is_any_distance_at_all(int distance)
    {
        var (one, other) = archive.Pair;
        var both = archive.Texts.Count(text => text.Contains(one) && text.Contains(other));
        var inOrder = archive.Texts.Count(text => Array.IndexOf(text, one) is >= 0 and var first && Array.LastIndexOf(text, other) > first);

        Assert.InRange(inOrder, 1, both - 1);
        Assert.Equal(both, Total(new PhraseQuery(WrittenIndex.Text, TermForm.Written, [one, other], distance)));
        Assert.Equal(both, Total(new NearQuery(Word(one), Word(other), distance)));
        Assert.Equal(inOrder, Total(new NearQuery(Word(one), Word(other), distance, ordered: true)));
    }

    [Fact]
    public void Nearness_nested_as_deep_as_allowed_needs_a_place_for_each_of_its_words()
    {
        const int Depth = 1_000;
        string Alternating(int words) => string.Join(' ', Enumerable.Range(0, words).Select(i => i % 2 == 0 ? "one" : "two"));
        using var index = new WrittenIndex([Document(Alternating(Depth), []), Document(Alternating(Depth + 1), []), Document(Alternating(3 * Depth), [])]);
        Query query = Word("one");
        for (var i = 1; i <= Depth; i++)
        {
            query = new NearQuery(query, Word(i % 2 == 0 ? "one" : "two"), 0, ordered: true);
        }

        SearchResult? result = null;
        var thread = new Thread(() => result = index.Searcher.Search(new EngineSearch { Query = query }), maxStackSize: 1 << 20);
        thread.Start();
        thread.Join();

        Assert.Equal([1, 2], result!.Hits.Select(hit => hit.Document).Order());
        var refusal = Assert.Throws<ArgumentException>(() => new Searcher(index.Snapshot, new SearcherOptions { MaxDepth = Depth - 1 }).Search(new EngineSearch { Query = query }));
        Assert.Contains(nameof(SearcherOptions.MaxDepth), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Thousands_of_values_and_ranges_filter_exactly()
    {
        var random = Seeds.Random();
        string[] values = [.. Enumerable.Range(0, 5_000).Select(_ => $"label {random.Next(20_000)}")];
        var days = Enumerable.Range(0, 1_000).Select(_ => random.Next(100_000)).ToHashSet();
        HashSet<string> any = [.. values];
        var search = new EngineSearch
        {
            Filters =
            [
                new("labels", new KeywordQuery(WrittenIndex.Label, [.. values])),
                new("days", BooleanQuery.AnyOf(days.Select(day => new NumberRangeQuery(WrittenIndex.Day, day, day + 20)))),
            ],
            Facets = [new FacetRequest(WrittenIndex.Label) { OwnGroup = "labels", Size = 0 }],
        };

        var result = archive.Index.Searcher.Search(search);

        bool InRange(int day) => Enumerable.Range(0, 21).Any(before => days.Contains(day - before));
        var inRange = archive.Numbers.Where(number => InRange(Archive.DayOf(number))).ToList();
        Assert.InRange(inRange.Count, 1, archive.Texts.Length - 1);
        Assert.Equal(inRange.Count(number => any.Contains(Archive.LabelOf(number))), result.Total);
        Assert.Equal(inRange.Count, Assert.Single(result.Facets).Documents);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_query_takes_bounded_memory_and_leaves_no_trace_in_the_next_answer(string kind)
    {
        const int MaxBytes = 64 << 20; // the most, ten thousand words excluded, takes 30 million: 3 KB a cursor
        var search = new EngineSearch { Query = QueryOf(kind), Facets = [new FacetRequest(WrittenIndex.Label)] };
        var plain = new EngineSearch { Query = Word(archive.Pair.One), Facets = [new FacetRequest(WrittenIndex.Label)] };
        var before = archive.Index.Searcher.Search(plain);

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var result = archive.Index.Searcher.Search(search);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;

        Assert.InRange(allocated, 0, MaxBytes);
        Assert.Equal(result.Total, archive.Index.Searcher.Search(search with { Size = 0, Facets = [] }).Total);
        var after = archive.Index.Searcher.Search(plain);
        Assert.Equal(before.Total, after.Total);
        Assert.Equal(before.Hits, after.Hits);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_query_that_is_cancelled_ends_without_an_answer(string kind)
    {
        var search = new EngineSearch { Query = QueryOf(kind), Facets = [new FacetRequest(WrittenIndex.Label)] };

        Assert.Throws<OperationCanceledException>(() => archive.Index.Searcher.Search(search, new CancellationToken(canceled: true)));
        Assert.Throws<OperationCanceledException>(() => archive.Index.Searcher.Search(new EngineSearch { Filters = [new("hostile", search.Query)] }, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(5_000)]
    public void A_search_that_is_cancelled_while_it_looks_at_terms_looks_at_few_more(int term)
    {
        using var cancellation = new CancellationTokenSource();
        var query = new CancellingQuery(cancellation, term);

        Assert.Throws<OperationCanceledException>(() => archive.Index.Searcher.Search(new EngineSearch { Query = query }, cancellation.Token));
        Assert.InRange(query.Judged, term, term + 64);
    }

    [Fact]
    public void A_search_that_is_cancelled_while_it_gathers_positions_looks_at_few_terms_more()
    {
        // Once through the terms for the documents; then again and again, as there is room for hardly any positions.
        using var cancellation = new CancellationTokenSource();
        var query = new CancellingQuery(cancellation, 5 * archive.Vocabulary.Length);
        var searcher = new Searcher(archive.Index.Snapshot, new SearcherOptions { MaxGatheredPositions = 64 });

        Assert.Throws<OperationCanceledException>(() => searcher.Search(new EngineSearch { Query = new NearQuery(query, Word(archive.Pair.One), 3) }, cancellation.Token));
        Assert.InRange(query.Judged, query.CancelsAt, query.CancelsAt + 64);
    }

    private static TermQuery Word(string word) => new(WrittenIndex.Text, TermForm.Written, Encoding.UTF8.GetBytes(word));

    private static AutomatonQuery Wildcard(string pattern) =>
        new(WrittenIndex.Text, [.. Written], TermAutomaton.Wildcard(pattern, TermForm.Written, AutomatonOptions.Default));

    private static AutomatonQuery Fuzzy(string word) =>
        new(WrittenIndex.Text, [.. Written], TermAutomaton.Fuzzy(word, 2, TermForm.Written, AutomatonOptions.Default));

    private static Document Document(string text, ReadOnlySpan<string> labels)
    {
        var document = new Document();
        document.AddText(WrittenIndex.Text, text);
        foreach (var label in labels)
        {
            document.AddKeyword(WrittenIndex.Label, label);
        }

        return document;
    }

    private long Total(Query query) => archive.Index.Searcher.Search(new EngineSearch { Query = query }).Total;

    /// <summary>Different words, some of which no document has.</summary>
    private string[] Words(int count) => [.. archive.Vocabulary.Take(count / 2), .. Enumerable.Range(0, count).Select(i => $"nowhere{i}")];

    private Query QueryOf(string kind) => kind switch
    {
        "union" => BooleanQuery.AnyOf(Words(10_000).Select(Word)),
        "union of prefixes" => BooleanQuery.AnyOf(Enumerable.Range(0, 1_000).Select(i => new PrefixQuery(WrittenIndex.Text, [.. Written], $"{(char)('a' + (i % 26))}"))),
        "everything excluded" => new BooleanQuery([new(Query.All, Occur.Must), .. archive.Vocabulary.Select(word => new BooleanClause(Word(word), Occur.MustNot))]),
        "one letter" => new PrefixQuery(WrittenIndex.Text, [.. Written], "a"),
        "wildcards" => Wildcard("*a*b*c*"),
        "regular expression" => new AutomatonQuery(WrittenIndex.Text, [.. Written], TermAutomaton.Regex("(.*a){3}.{0,200}(b|c)*.*", TermForm.Written, AutomatonOptions.Default)),
        "fuzzy" => BooleanQuery.AnyOf(archive.Vocabulary.Take(50).Select(Fuzzy)),
        "slop" => new PhraseQuery(WrittenIndex.Text, TermForm.Written, [archive.Pair.One, archive.Pair.Other, archive.Pair.One], int.MaxValue),
        "near" => new NearQuery(Wildcard("*"), Wildcard("*"), int.MaxValue),
        "nested near" => Enumerable.Range(0, 100).Aggregate((Query)Word(archive.Pair.One), (inner, i) => new NearQuery(inner, i % 10 == 0 ? Wildcard("a*") : Word(archive.Pair.Other), int.MaxValue)),
        "values" => new KeywordQuery(WrittenIndex.Label, [.. Enumerable.Range(0, 50_000).Select(i => $"label {i}")]),
        _ => BooleanQuery.AllOf(Enumerable.Range(0, 5_000).Select(i => new NumberRangeQuery(WrittenIndex.Day, long.MinValue + i, long.MaxValue - i))),
    };

    /// <summary>Thousands of texts of a dozen words, of thousands of words, in three segments.</summary>
    public sealed class Archive : IDisposable
    {
        public Archive()
        {
            var random = new Random(3);
            Vocabulary = [.. Enumerable.Range(0, 9_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(2, 12)).Select(_ => (char)('a' + random.Next(7))))).Distinct()];
            Texts = [.. Enumerable.Range(0, 12_000).Select(_ => Enumerable.Range(0, random.Next(1, 25)).Select(_ => Vocabulary[(int)(Vocabulary.Length * Math.Pow(random.NextDouble(), 3))]).ToArray())];
            Index = new WrittenIndex(Documents(0, 5_000), Documents(5_000, 5_001), Documents(5_001, Texts.Length));
        }

        public string[] Vocabulary { get; }

        public string[][] Texts { get; }

        public IEnumerable<int> Numbers => Enumerable.Range(0, Texts.Length);

        /// <summary>Two words that many texts have.</summary>
        public (string One, string Other) Pair => (Vocabulary[0], Vocabulary[1]);

        internal WrittenIndex Index { get; }

        public static string LabelOf(int number) => $"label {number * 7 % 20_000}";

        public static int DayOf(int number) => number * 37 % 100_000;

        public void Dispose() => Index.Dispose();

        private IEnumerable<Document> Documents(int from, int to)
        {
            for (var number = from; number < to; number++)
            {
                var document = Document(string.Join(' ', Texts[number]), [LabelOf(number)]);
                document.AddNumber(WrittenIndex.Day, DayOf(number));
                yield return document;
            }
        }
    }

    /// <summary>Every term; cancels the search when so many were looked at.</summary>
    private sealed record CancellingQuery(CancellationTokenSource Cancellation, int CancelsAt) : TermSetQuery(WrittenIndex.Text, [.. Written])
    {
        public int Judged { get; private set; }

        public override TermJudge Judge() => new CountingJudge(this);

        private sealed class CountingJudge(CancellingQuery query) : TermJudge
        {
            public override TermFit Fit(ReadOnlySpan<byte> term)
            {
                if (++query.Judged == query.CancelsAt)
                {
                    query.Cancellation.Cancel();
                }

                return TermFit.Yes;
            }
        }
    }
}
