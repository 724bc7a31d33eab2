using System.Collections.Immutable;
using SearchService.Analysis.Suggest;
using SearchService.Engine.Suggest;
using SearchService.Engine.Tests.Execution;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Suggest;

public sealed class SpellingCorrectorTests
{
    [Fact]
    public void Corrections_are_those_of_comparing_with_every_word()
    {
        var random = Seeds.Random();
        var found = 0;
        for (var round = 0; round < 15; round++)
        {
            string[] words = [.. Enumerable.Range(0, 60).Select(_ => Word(random))];
            string[] bodies = [.. Enumerable.Range(0, 40).Select(_ => string.Join(' ', words.Take(random.Next(60))))];
            using var corpus = Corpus.OfBodies(bodies);
            for (var i = 0; i < 20; i++)
            {
                var word = random.Next(3) == 0 ? words[random.Next(60)] : Word(random);
                var size = random.Next(12);

                var corrections = Correct(corpus, word, size);

                Assert.Equal(Naive(bodies, word).Take(size), corrections);
                found += corrections.Length;
            }
        }

        Assert.True(found > 60, $"{found} corrections");
    }

    [Theory]
    [InlineData("tokyaev", "tokayev")] // neighbours swapped
    [InlineData("okayev", "tokayev")] // the first letter may be wrong, if nothing else is
    [InlineData("tokajew", "tokayev")]
    [InlineData("okajev", "")] // … and not otherwise
    [InlineData("garcía", "")] // the word itself
    [InlineData("garcia", "")] // diacritics are no edits
    [InlineData("th", "")] // too short: everything is near
    [InlineData("teh", "the")]
    [InlineData("thxyy", "")] // too short for two edits
    public void A_misspelt_word_is_corrected(string word, string expected)
    {
        var document = new NaiveDocument();
        document.SetText(Corpus.Body, "tokayev", "garcía", "the");
        using var corpus = Corpus.Of([document]);

        var corrections = Correct(corpus, word, 3);

        Assert.Equal(expected, corrections.IsEmpty ? "" : corrections[0].Term);
    }

    [Fact]
    public void Fewer_edits_come_first_then_the_first_letter_then_frequency()
    {
        using var corpus = Corpus.OfBodies("marker larkex markets", "marker market larkex markets", "larkex markets", "larkes marxey");

        Assert.Equal(
            [new("marker", 1, 2), new("market", 1, 1), new("larkex", 1, 3), new("markets", 2, 3), new("marxey", 2, 1)],
            Correct(corpus, "markex", 9));
    }

    [Fact]
    public void A_word_longer_than_the_limit_is_not_corrected()
    {
        var word = new string('a', 51);
        using var corpus = Corpus.OfBodies(word);

        Assert.Empty(Correct(corpus, word + "b", 3));
        Assert.Single(Correct(corpus, word[..^2] + "b", 3));
    }

    private static ImmutableArray<Correction> Correct(Corpus corpus, string word, int size) =>
        new SpellingCorrector(corpus.Snapshot).Correct([Corpus.Title, Corpus.Body], word, size, CancellationToken.None);

    // Few letters, so that words are near one another.
    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(2, 9)).Select(_ => "abc中"[random.Next(4)]));

    private static IEnumerable<Correction> Naive(string[] bodies, string word) => bodies
        .SelectMany(body => body.Split(' ').Distinct())
        .GroupBy(term => term, (term, documents) => (Term: term, Count: documents.Count()))
        .Where(term => term.Term.Length > 0 && term.Term != word)
        .Select(term => (term.Term, term.Count, Round: Round(word, term.Term)))
        .Where(term => term.Round is > 0)
        .OrderBy(term => term.Round)
        .ThenByDescending(term => term.Count)
        .ThenBy(term => term.Term, StringComparer.Ordinal)
        .Select(term => new Correction(term.Term, term.Round == 3 ? 2 : 1, term.Count));

    private static int? Round(string word, string term)
    {
        var afterFirst = term[0] == word[0] ? NaivePatterns.Distance(word[1..], term[1..]) : int.MaxValue;
        return word.Length < 3 ? null
            : afterFirst == 1 ? 1
            : NaivePatterns.Distance(word, term) == 1 ? 2
            : word.Length >= 6 && afterFirst == 2 ? 3
            : null;
    }
}
