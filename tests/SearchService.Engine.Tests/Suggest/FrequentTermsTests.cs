using System.Collections.Immutable;
using System.Text;
using SearchService.Analysis;
using SearchService.Analysis.Suggest;
using SearchService.Engine.Queries;
using SearchService.Engine.Suggest;
using SearchService.Engine.Tests.Execution;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Suggest;

public sealed class FrequentTermsTests
{
    private static readonly string[] Prefixes = ["", "a", "ab", "b", "c", "ca", "zz"];

    [Fact]
    public void The_terms_found_are_those_of_counting_every_document()
    {
        var random = Seeds.Random();
        var found = 0;
        for (var round = 0; round < 6; round++)
        {
            using var corpus = Corpus.Random(random, [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(1, 400))]);
            var queries = new RandomQueries(random);
            for (var i = 0; i < 60; i++)
            {
                var prefix = Prefixes[random.Next(Prefixes.Length)];
                int[] fields = random.Next(3) switch { 0 => [Corpus.Title], 1 => [Corpus.Body], _ => [Corpus.Title, Corpus.Body] };
                var within = random.Next(3) == 0 ? Query.All : queries.Next(random.Next(3));
                var size = random.Next(8);

                var result = new FrequentTerms(corpus.Snapshot).Find([.. fields.Select(field => Set(field, prefix))], within, size, CancellationToken.None);

                Assert.Equal(Naive(corpus, fields, prefix, within).Take(size), result.Terms);
                Assert.True(result.IsComplete);
                found += result.Terms.Length;
            }
        }

        Assert.True(found > 300, $"{found} terms");
    }

    [Fact]
    public void A_document_with_a_term_in_two_fields_counts_once()
    {
        var document = new NaiveDocument();
        document.SetText(Corpus.Title, "ferry");
        document.SetText(Corpus.Body, "ferry", "ferry");
        var other = new NaiveDocument();
        other.SetText(Corpus.Title, "ferry");
        using var corpus = Corpus.Of([document], [other, document]);

        Assert.Equal([new TermCount("ferry", 3)], Find(corpus, 5, "f"));
    }

    [Fact]
    public void A_term_of_deleted_documents_alone_is_none()
    {
        var gone = new NaiveDocument { Deleted = true };
        gone.SetText(Corpus.Body, "ferry");
        using var corpus = Corpus.Of([gone, new NaiveDocument()]);

        Assert.Empty(Find(corpus, 5, "f"));
    }

    [Fact]
    public void Beyond_the_limit_of_terms_the_answer_says_that_it_is_of_the_first_ones()
    {
        using var corpus = Corpus.OfBodies("aa ab ac", "ac", "ac ab");
        var terms = new FrequentTerms(corpus.Snapshot, new SuggestOptions { MaxTerms = 2 });

        var cut = terms.Find([Set(Corpus.Body, "a")], Query.All, 5, CancellationToken.None);
        Assert.Equal([new TermCount("ab", 2), new TermCount("aa", 1)], cut.Terms);
        Assert.False(cut.IsComplete);
        Assert.True(terms.Find([Set(Corpus.Body, "ac")], Query.All, 5, CancellationToken.None).IsComplete);
    }

    [Fact]
    public void Whether_there_is_any_term_is_told()
    {
        using var corpus = Corpus.OfBodies("harbour ferry");
        var terms = new FrequentTerms(corpus.Snapshot);

        Assert.True(terms.Any([Set(Corpus.Title, "h"), Set(Corpus.Body, "h")], CancellationToken.None));
        Assert.False(terms.Any([Set(Corpus.Body, "hb"), Set(Corpus.Title, "h")], CancellationToken.None));
        Assert.False(terms.Any([], CancellationToken.None));
    }

    [Fact]
    public void A_walk_that_is_cancelled_ends()
    {
        using var corpus = Corpus.OfBodies([.. Enumerable.Range(0, 2_000).Select(number => $"word{number}")]);

        Assert.Throws<OperationCanceledException>(
            () => new FrequentTerms(corpus.Snapshot).Find([Set(Corpus.Body, "w")], Query.All, 5, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_set_of_two_forms_is_refused()
    {
        using var corpus = Corpus.OfBodies("a");

        Assert.Throws<ArgumentException>(() => new FrequentTerms(corpus.Snapshot)
            .Find([new PrefixQuery(Corpus.Body, [TermForm.Written, TermForm.Word], "a")], Query.All, 1, CancellationToken.None));
    }

    [Fact]
    public void A_folded_prefix_finds_words_as_they_are_written()
    {
        using var corpus = Corpus.OfBodies("écosse straße cafés", "eco strassen café", "école œuf café");

        Assert.Equal("eco école écosse", string.Join(' ', FindFolded(corpus, "Éco").Select(term => term.Term)));
        Assert.Equal([new TermCount("café", 2), new TermCount("cafés", 1)], FindFolded(corpus, "cafe"));
        Assert.Equal("strassen straße", string.Join(' ', FindFolded(corpus, "stras").Select(term => term.Term)));
        Assert.Equal("œuf", string.Join(' ', FindFolded(corpus, "oe").Select(term => term.Term)));
    }

    [Fact]
    public void A_folded_prefix_may_be_as_long_as_any_word()
    {
        var accented = string.Concat(Enumerable.Repeat("éö", 40));
        var plain = string.Concat(Enumerable.Repeat("eo", 40));
        using var corpus = Corpus.OfBodies($"{accented}x {accented} {plain}y {plain[..^2]}zz");

        Assert.Equal($"{plain}y {accented} {accented}x", string.Join(' ', FindFolded(corpus, accented).Select(term => term.Term)));
        Assert.Equal($"{accented}x", string.Join(' ', FindFolded(corpus, plain + "x").Select(term => term.Term)));
        Assert.Empty(FindFolded(corpus, new string('e', 500)));
        Assert.Equal(4, FindFolded(corpus, "").Length);
        Assert.All("abcdefghijklmnopqrstuvwxyzαεηιουωαבךفویиё中한", letter => Assert.Empty(FindFolded(corpus, new string(letter, 40))));
    }

    [Fact]
    public void A_folded_prefix_finds_what_begins_so_when_folded()
    {
        var random = Seeds.Random();
        string[] letters = ["a", "á", "ä", "e", "é", "s", "ß", "æ", "ö", "ё", "е", "й", "и", "x\u0323\u0302", "中", "😀"];
        var fitting = 0;
        for (var round = 0; round < 60; round++)
        {
            string[] beginning = Letters(random.Next(4));
            var prefix = string.Concat(beginning);
            string[] words = [.. Enumerable.Range(0, 100).Select(_ => Written(string.Concat([.. beginning.Take(random.Next(4)), .. Letters(6)]))).Distinct()];
            using var corpus = Corpus.OfBodies(words);

            var expected = words.Where(word => Folded(word).StartsWith(Folded(prefix), StringComparison.Ordinal)).Order(StringComparer.Ordinal);
            Assert.Equal(expected, FindFolded(corpus, prefix).Select(term => term.Term).Order(StringComparer.Ordinal));
            fitting += words.Count(word => Folded(word).StartsWith(Folded(prefix), StringComparison.Ordinal));
        }

        Assert.InRange(fitting, 300, 5_900);

        string[] Letters(int count) => [.. Enumerable.Range(0, count).Select(_ => letters[random.Next(letters.Length)])];
    }

    private static PrefixQuery Set(int field, string prefix) => new(field, [TermForm.Written], prefix);

    private static ImmutableArray<TermCount> Find(Corpus corpus, int size, string prefix) =>
        new FrequentTerms(corpus.Snapshot).Find([Set(Corpus.Title, prefix), Set(Corpus.Body, prefix)], Query.All, size, CancellationToken.None).Terms;

    private static ImmutableArray<TermCount> FindFolded(Corpus corpus, string prefix) =>
        new FrequentTerms(corpus.Snapshot).Find([new FoldedPrefixQuery(Corpus.Body, prefix)], Query.All, 100, CancellationToken.None).Terms;

    private static string Written(string text) => Encoding.UTF8.GetString(TermNormalizer.FoldPrefix(text).Written);

    private static string Folded(string text) => Encoding.UTF8.GetString(TermNormalizer.FoldPrefix(text).Folded);

    private static IEnumerable<TermCount> Naive(Corpus corpus, int[] fields, string prefix, Query within) => corpus.Naive.Documents
        .Where(document => corpus.Naive.Matches(within, document))
        .SelectMany(document => fields.SelectMany(document.Words).Distinct())
        .Where(word => word.StartsWith(prefix, StringComparison.Ordinal))
        .GroupBy(word => word, (word, documents) => new TermCount(word, documents.Count()))
        .OrderByDescending(term => term.Count)
        .ThenBy(term => term.Term, StringComparer.Ordinal);
}
