using SearchService.Analysis;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Norms;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Execution;

/// <summary>Phrases over words of all frequencies: some have dense lists of positions, some lists by document, and some texts are very long.</summary>
public sealed class ExactPhraseTests
{
    private const int Documents = 900;

    [Fact]
    public void Phrases_of_frequent_and_rare_words_are_found_as_often_as_a_scan_finds_them()
    {
        Random random = Seeds.Random();
        List<NaiveDocument> documents = [.. Enumerable.Range(0, Documents).Select(i => Document(random, i is 0 or 500 ? 6000 : random.Next(60)))];
        using var corpus = Corpus.Of(documents[..350], documents[350..]);
        for (int round = 0; round < 300; round++)
        {
            string[] phrase = Phrase(random, documents);
            var query = new PhraseQuery(Corpus.Body, TermForm.Written, phrase);
            EngineSearch search = new() { Query = query, Size = Documents };
            if (random.Next(2) == 0)
            {
                search = search with { Filters = [new FilterGroup("source", new KeywordQuery(Corpus.Source, Corpus.Value(random.Next(6))))] };
            }

            SearchResult result = corpus.Searcher.Search(search);
            int[] found = [.. Enumerable.Range(0, Documents).Where(i => Count(documents[i], phrase) > 0 && search.Filters.All(f => corpus.Naive.Matches(f.Query, documents[i])))];
            Assert.Equal(found, result.Hits.Select(hit => hit.Document).Order());
            Assert.Equal(found.Length, result.Total);
            Func<NaiveDocument, double> score = Score(documents, phrase);
            Assert.All(result.Hits, hit => Assert.Equal(score(documents[hit.Document]), hit.Score, 1e-9 * hit.Score));
        }
    }

    [Fact]
    public void A_phrase_does_not_go_from_one_document_into_the_next()
    {
        string[] bodies = [.. Enumerable.Range(0, 600).Select(i => i % 2 == 0 ? "a b" : "c a")];
        using Corpus corpus = Corpus.OfBodies(bodies);
        Assert.Equal(0, corpus.Searcher.Search(new EngineSearch { Query = new PhraseQuery(Corpus.Body, TermForm.Written, ["b", "c"]) }).Total);
        Assert.Equal(300, corpus.Searcher.Search(new EngineSearch { Query = new PhraseQuery(Corpus.Body, TermForm.Written, ["c", "a"]) }).Total);
        Assert.Equal(0, corpus.Searcher.Search(new EngineSearch { Query = new PhraseQuery(Corpus.Body, TermForm.Written, ["a", "a"]) }).Total);
    }

    // Words w0 to w2 everywhere, w3 to w9 often, others seldom.
    private static NaiveDocument Document(Random random, int length)
    {
        var document = new NaiveDocument { Deleted = random.Next(20) == 0 };
        document.SetText(Corpus.Body, [.. Enumerable.Range(0, length).Select(_ => $"w{random.Next(6) switch { < 3 => random.Next(3), < 5 => 3 + random.Next(7), _ => 10 + random.Next(random.Next(600) + 1) }}")]);
        document.SetKeywords(Corpus.Source, Corpus.Value(random.Next(6)));
        return document;
    }

    private static string[] Phrase(Random random, List<NaiveDocument> documents)
    {
        int length = 2 + random.Next(4);
        while (true)
        {
            string[] words = documents[random.Next(documents.Count)].Words(Corpus.Body);
            if (words.Length >= length)
            {
                int at = random.Next(words.Length - length + 1);
                string[] phrase = words[at..(at + length)];
                if (random.Next(4) == 0)
                {
                    random.Shuffle(phrase);
                }

                return phrase;
            }
        }
    }

    private static int Count(NaiveDocument document, string[] phrase)
    {
        string[] words = document.Deleted ? [] : document.Words(Corpus.Body);
        return Enumerable.Range(0, Math.Max(0, words.Length - phrase.Length + 1)).Count(at => words.AsSpan(at, phrase.Length).SequenceEqual(phrase));
    }

    private static Func<NaiveDocument, double> Score(List<NaiveDocument> documents, string[] phrase)
    {
        var field = new FieldStatistics(documents.Count(d => d.Words(Corpus.Body).Length > 0), documents.Sum(d => (long)d.Words(Corpus.Body).Length));
        double weight = phrase.Sum(word => Bm25.Idf(field.DocumentCount, documents.Count(d => d.Words(Corpus.Body).Contains(word))));
        double[] lengths = Bm25.LengthTable(field, NormCodec.DecodedLengths);
        return document => Bm25.Score(weight, Count(document, phrase), lengths[NormCodec.Encode(document.Words(Corpus.Body).Length)]);
    }
}
