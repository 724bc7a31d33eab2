using System.Text;
using SearchService.Analysis;
using SearchService.Conformance.Oracle;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Suggesting;

/// <summary>Suggestions over real articles, against counting them one by one.</summary>
[Needs(nameof(BackendCapabilities.Suggestions))]
public sealed class SuggestionsOnRealArticles(UsNewsArchives archives)
{
    [Theory, EveryBackend]
    public void Words_offered_are_the_most_frequent_and_their_counts_are_those_of_the_search(IBackend backend)
    {
        UsNewsArchive archive = archives.On(backend);
        Random random = Seeds.Random();
        IReadOnlyList<Article> articles = archive.Naive.Articles;
        HashSet<string>[] words = [.. articles.Select(article => Words($"{article.Title}\n{article.Text}", TermForm.Written))];
        Dictionary<string, string> folded = words.SelectMany(each => each).Distinct().ToDictionary(each => each, Folded);
        int completed = 0;
        for (int round = 0; round < 60; round++)
        {
            string word = words[random.Next(words.Length)].ElementAt(random.Next(20));
            string prefix = word[..random.Next(1, word.Length + 1)].TrimEnd('\'', '.', ':', '_');
            string beginning = Folded(prefix);
            string other = words[random.Next(words.Length)].ElementAt(random.Next(20));
            string[] rest = random.Next(2) == 0 || !archive.Index.NameVariants(other, CancellationToken.None).IsEmpty ? [] : [other]; // a name finds more than itself
            string query = string.Join(' ', rest.Append(prefix));
            SuggestResponse response = Suggest(archive, query);

            // Which of two equally frequent words is offered is decided by the alphabet: compared are their frequencies.
            HashSet<string> within = [.. rest.Length == 0 ? articles.Select(a => a.Id) : archive.Naive.Search(Core.Queries.QueryParser.Parse($"text:{rest[0]}").Root, [])];
            Dictionary<string, int> frequencies = Enumerable.Range(0, words.Length)
                .Where(i => within.Contains(articles[i].Id))
                .SelectMany(i => words[i].Where(each => folded[each].StartsWith(beginning, StringComparison.Ordinal)))
                .CountBy(each => each).ToDictionary();
            int[] expected = [.. frequencies.GroupBy(pair => Stem(pair.Key), pair => pair.Value).Select(group => group.Max()).OrderDescending().Take(8)];
            int[] offered = [.. response.Completions.Select(each => frequencies.GetValueOrDefault(each.Text.Split(' ')[^1])).OrderDescending()];
            Assert.True(expected.SequenceEqual(offered), $"{query}: {string.Join(' ', expected)} expected, {string.Join(' ', response.Completions.Select(c => c.Text))} offered");
            foreach (QuerySuggestion completion in response.Completions)
            {
                Assert.Equal(archive.Search.Search(new SearchRequest { Query = completion.Text, Size = 0 }, CancellationToken.None).Total, completion.Count);
            }

            completed += offered.Length;
        }

        Assert.True(completed > 60, $"{completed} completions");
    }

    [Theory]
    [EveryBackend("j")]
    [EveryBackend("jo")]
    [EveryBackend("smi")]
    [EveryBackend("new yor")]
    [EveryBackend("t")]
    public void Names_are_all_that_fit_with_exact_counts(IBackend backend, string typed)
    {
        UsNewsArchive archive = archives.On(backend);
        SuggestResponse response = Suggest(archive, typed, 50);
        Check(FacetFields.Author, response.Authors);
        Check(FacetFields.Source, response.Sources);

        void Check(string field, IReadOnlyList<NameSuggestion> names)
        {
            string[] words = typed.Split(' ');
            NameSuggestion[] expected =
            [
                .. new NaiveCounts(Collapse.None).Facet(field, archive.Naive.Documents, own: null).Values
                    .Select(bucket => new NameSuggestion(bucket.Value, bucket.Count))
                    .Where(name => Words(name.Name.Replace('_', ' '), TermForm.Folded) is var has && words[..^1].All(has.Contains) && has.Any(word => word.StartsWith(words[^1], StringComparison.Ordinal)))
                    .OrderByDescending(name => name.Count)
                    .ThenBy(name => name.Name, StringComparer.Ordinal)
                    .Take(50),
            ];
            Assert.Equal(expected, names);
        }
    }

    [Theory, EveryBackend]
    public void A_frequent_word_is_found_by_most_of_its_misspellings(IBackend backend)
    {
        UsNewsArchive archive = archives.On(backend);
        Random random = Seeds.Random();
        string[] frequent = ["president", "government", "washington", "election", "coronavirus", "immigration", "democrats", "investigation"];
        int corrected = 0, wrong = 0;
        for (int round = 0; round < 100; round++)
        {
            string word = frequent[random.Next(frequent.Length)];
            int at = random.Next(1, word.Length - 1);
            string typo = string.Concat(word.AsSpan(0, at), word.AsSpan(at + 1, 1), word.AsSpan(at, 1), word.AsSpan(at + 2));
            SearchResponse response = archive.Search.Search(new SearchRequest { Query = typo, Size = 0 }, CancellationToken.None);
            if (response.Total > 0)
            {
                continue; // the archive has it, or its stem, so
            }

            corrected += response.DidYouMean?.Text == word ? 1 : 0;
            wrong += response.DidYouMean?.Text == word ? 0 : 1;
        }

        Assert.True(corrected > 5 * wrong, $"{corrected} corrected, {wrong} not");
    }

    private static string Stem(string word)
    {
        TokenReader tokens = TextAnalyzer.English.CreateReader();
        tokens.Reset(word);
        tokens.Next();
        return Encoding.UTF8.GetString(tokens.Term(TermForm.Word));
    }

    private static string Folded(string text) => Encoding.UTF8.GetString(TermNormalizer.FoldPrefix(text).Folded);

    private static HashSet<string> Words(string text, TermForm form)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        TokenReader tokens = TextAnalyzer.English.CreateReader();
        tokens.Reset(text);
        while (tokens.Next())
        {
            ReadOnlySpan<byte> term = tokens.Term(form);
            words.Add(Encoding.UTF8.GetString(term.IsEmpty ? tokens.Term(TermForm.Written) : term));
        }

        return words;
    }

    private static SuggestResponse Suggest(UsNewsArchive archive, string query, int size = 8) =>
        archive.Search.Suggest(new SuggestRequest { Query = query, Size = size }, CancellationToken.None);
}
