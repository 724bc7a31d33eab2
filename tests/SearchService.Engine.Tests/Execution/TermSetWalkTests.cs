using SearchService.Analysis;
using SearchService.Analysis.Patterns;
using SearchService.Engine.Automata;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;
using SearchService.Engine.Tests.Automata;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Execution;

public sealed class TermSetWalkTests
{
    // Of one to four bytes, among them a mark that composes with nothing, the first and the last that UTF-8 has.
    private static readonly string[] Letters = ["a", "b", "\u0001", "é", "\u0336", "ж", "中", "\uFB01", "😀", "\U0010FFFD"];

    [Fact]
    public void Each_segment_gives_the_terms_that_fit_and_no_other()
    {
        var random = Seeds.Random();
        var found = 0;
        for (var round = 0; round < 20; round++)
        {
            var patterns = new RandomPatterns(random, Letters[..random.Next(2, Letters.Length + 1)]);
            using var corpus = Corpus.Of([.. Enumerable.Range(0, 3).Select(_ => Words(patterns, random.Next(1, 150)))]);
            for (var i = 0; i < 50; i++)
            {
                var automaton = patterns.Next();
                var expected = Enumerable.Range(0, corpus.Naive.Documents.Count)
                    .Where(document => corpus.Naive.Documents[document].Words(Corpus.Body).Any(word => RandomPatterns.Fits(automaton, word)));
                var search = new EngineSearch { Query = new AutomatonQuery(Corpus.Body, [TermForm.Written], automaton), Size = 1000 };
                var hits = corpus.Searcher.Search(search).Hits.Select(hit => hit.Document).Order().ToArray();

                Assert.Equal(expected, hits);
                found += hits.Length;
            }
        }

        Assert.InRange(found, 5_000, 200_000);
    }

    [Theory]
    [InlineData("a", 0, "a")]
    [InlineData("a", 1, "a aa az z")]
    [InlineData("a", 2, "a aa az z zz")]
    [InlineData("zzz", 1, "zz zzz")]
    [InlineData("zzzzz", 1, "")]
    [InlineData("", 1, "a z")]
    public void The_first_and_the_last_term_are_found_and_words_of_one_letter(string word, int edits, string expected)
    {
        string[] words = ["a", "aa", "az", "middle", "z", "zz", "zzz"];
        using var corpus = Corpus.OfBodies(words);
        var query = new AutomatonQuery(Corpus.Body, [TermForm.Written], TermAutomaton.Fuzzy(word, edits, TermForm.Written, AutomatonOptions.Default));

        var hits = corpus.Searcher.Search(new EngineSearch { Query = query, Size = 100 }).Hits;
        Assert.Equal(expected, string.Join(' ', hits.Select(hit => words[hit.Document]).Order(StringComparer.Ordinal)));
    }

    private static List<NaiveDocument> Words(RandomPatterns patterns, int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        var document = new NaiveDocument();
        document.SetText(Corpus.Body, [.. new[] { patterns.Word(6), patterns.Word(3) }.Where(word => word.Length > 0)]);
        return document;
    })];
}
