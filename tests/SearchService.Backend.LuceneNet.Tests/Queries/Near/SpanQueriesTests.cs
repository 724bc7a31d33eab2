using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Indexing;
using SearchService.Backend.LuceneNet.Queries;
using SearchService.Backend.LuceneNet.Queries.Near;
using SearchService.Backend.LuceneNet.Searching;
using SearchService.Core.Articles;
using SearchService.Core.Queries;
using SearchService.TestSupport;

namespace SearchService.Backend.LuceneNet.Tests.Queries.Near;

/// <summary>What is found by positions: how often, in texts of a few different words, in which everything happens.</summary>
public sealed class SpanQueriesTests : IDisposable
{
    private readonly string[][] _texts;
    private readonly LuceneArchive _archive;
    private readonly ArchiveReader _reader;
    private readonly Random _random = Seeds.Random();

    public SpanQueriesTests()
    {
        _texts = [["a", "b", "c", "b", "a"], .. Enumerable.Range(0, 60).Select(_ => Words(_random.Next(1, 12)))];
        _archive = new LuceneArchive([.. _texts.Select(static (text, i) => new Article { Id = $"{i}", Text = string.Join(' ', text) })]);
        _reader = ArchiveReader.Open("letters", _archive.Path);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _archive.Dispose();
    }

    [Fact]
    public void A_phrase_with_slop_is_as_frequent_as_its_minimal_choices_are_narrow()
    {
        for (int i = 0; i < 200; i++)
        {
            string[] phrase = Words(_random.Next(2, 4));
            int slop = _random.Next(1, 6);
            double[] found = Frequencies(Phrase(phrase, slop));

            Assert.Equal(_texts.Select(text => NaivePhrase.Frequency(phrase, text, slop)), found, (expected, actual) => Math.Abs(expected - actual) < 1e-6);
        }
    }

    [Fact]
    public void It_counts_alike_in_either_order_which_that_of_Lucene_does_not()
    {
        Assert.Equal(Frequencies(Phrase(["a", "b", "c"], 4))[0], Frequencies(Phrase(["c", "b", "a"], 4))[0]);
        Assert.NotEqual(ScoreOfFirst(Own(["a", "b", "c"])), ScoreOfFirst(Own(["c", "b", "a"])));

        static PhraseQuery Own(string[] phrase)
        {
            PhraseQuery query = new() { Slop = 4 };
            foreach (string word in phrase)
            {
                query.Add(Term(word));
            }

            return query;
        }
    }

    [Fact]
    public void Sides_of_a_pair_share_no_word_and_what_is_nearer_counts_more()
    {
        Assert.Equal([0.5], Frequencies(Near(Phrase(["a", "b"], 0), Word("b"), distance: 9))[..1]);              // [a b] c [b]
        Assert.Equal([1 + 1], Frequencies(Near(Word("b"), Word("c"), distance: 9))[..1]);                          // [b c], [c b]
        Assert.Equal([1], Frequencies(Near(Word("c"), Word("b"), distance: 9, ordered: true))[..1]);
        Assert.Equal([0], Frequencies(Near(Word("c"), Word("c"), distance: 9))[..1]);
        Assert.Equal([1 + 0.5], Frequencies(Near(Word("a"), LuceneQueries.AnyOf(Word("a"), Near(Word("b"), Word("c"), 0, ordered: true)), distance: 9))[..1]); // [a] [b c], [b c] b [a]
    }

    [Fact]
    public void Words_of_a_set_stand_where_they_are_read_however_little_room_there_is()
    {
        IWordSet set = (IWordSet)Letters("a|c");
        AtomicReader segment = Assert.Single(_reader.Reader.Leaves).AtomicReader;
        FixedBitSet candidates = new(segment.MaxDoc);
        foreach (int document in Enumerable.Range(0, _texts.Length).Where(_ => _random.Next(3) > 0))
        {
            candidates.Set(document);
        }

        foreach (int room in (int[])[1, 7, 50, GatheredPositions.DefaultRoom])
        {
            GatheredPositions positions = new(set, segment.GetTerms(ArticleFields.Text), candidates, room, CancellationToken.None);
            for (int document = 0; document < _texts.Length; document++)
            {
                if (candidates.Get(document))
                {
                    int[] expected = [.. Enumerable.Range(0, _texts[document].Length).Where(place => _texts[document][place] is "a" or "c")];
                    Assert.Equal(expected, positions.In(document).ToArray());
                    Assert.Equal(expected, positions.In(document).ToArray());
                }
            }
        }
    }

    [Fact]
    public void What_is_found_nowhere_ends_when_it_is_cancelled()
    {
        using CancellationTokenSource cancelled = new();
        Assert.All(Nowhere, query => Assert.DoesNotContain(Frequencies(query, cancelled.Token), static frequency => frequency > 0));
        cancelled.Cancel();
        Assert.All(Nowhere, query => Assert.Throws<OperationCanceledException>(() => Frequencies(query, cancelled.Token)));
        GatheredPositions positions = new((IWordSet)Letters("a|b"), _reader.Reader.Leaves[0].AtomicReader.GetTerms(ArticleFields.Text), _reader.Articles, room: 100, cancelled.Token);
        Assert.Throws<OperationCanceledException>(() => positions.In(0).Length);
    }

    [Fact]
    public void Whether_one_document_matches_is_seen_without_reading_positions_of_others()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel(); // whoever reads any is stopped
        Assert.DoesNotContain("d", _texts[0]);
        int candidate = Array.FindIndex(_texts, static text => text.Distinct().Count() == 4);
        Assert.All(Nowhere, query => Assert.Empty(Matches.Within(_reader, query, 0, 1, cancelled.Token)));
        Assert.All(Nowhere, query => Assert.Throws<OperationCanceledException>(() => Matches.Within(_reader, query, candidate, candidate + 1, cancelled.Token).ToList()));
    }

    /// <summary>What no text is long enough for, though some have all the words.</summary>
    private static Query[] Nowhere
    {
        get
        {
            string[] tooLong = ["a", "b", "c", "d", "a", "b", "c", "d", "a", "b", "c", "d"];
            return [Phrase(tooLong, 1), Near(Word("a"), Phrase(tooLong, 0), 0), Near(Letters("a|b"), Phrase(tooLong, 0), 0)];
        }
    }

    private static Query Letters(string pattern) => PatternTranslator.Translate(new RegexNode(0, 0, QueryFields.Body, pattern), ArticleFields.Text);

    private static Term Term(string word) => TermBytes.Of(ArticleFields.Text, TermForm.Written, System.Text.Encoding.UTF8.GetBytes(word));

    private static TermQuery Word(string word) => new(Term(word));

    private static Query Phrase(string[] words, int slop) => LuceneQueries.Phrase([.. words.Select(Term)], slop);

    private static NearQuery Near(Query left, Query right, int distance, bool ordered = false) => new(ArticleFields.Text, left, right, distance, ordered);

    /// <summary>Of each text; 0 where the query doesn't find it.</summary>
    private double[] Frequencies(Query query, CancellationToken cancellation = default)
    {
        double[] frequencies = new double[_texts.Length];
        AtomicReaderContext segment = Assert.Single(_reader.Reader.Leaves);
        Scorer? scorer = new SpanWeight(query, ArticleFields.Text, _reader.SearcherFor(cancellation)).GetScorer(segment, acceptDocs: null);
        while (scorer is not null && scorer.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            frequencies[scorer.DocID] = ((SpanScorer)scorer).Frequency;
        }

        return frequencies;
    }

    private float ScoreOfFirst(Query query) => _reader.SearcherFor(CancellationToken.None).Search(query, _texts.Length).ScoreDocs.Single(static hit => hit.Doc == 0).Score;

    private string[] Words(int count) => [.. Enumerable.Range(0, count).Select(_ => "abcd"[_random.Next(4)].ToString())];
}
