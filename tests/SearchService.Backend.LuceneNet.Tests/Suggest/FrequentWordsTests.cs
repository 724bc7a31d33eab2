using System.Collections.Immutable;
using System.Text;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Analysis.Suggest;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Suggest;
using SearchService.Core.Articles;
using SearchService.TestSupport;

namespace SearchService.Backend.LuceneNet.Tests.Suggest;

/// <summary>The most frequent words of an index in many segments, against counting them one by one.</summary>
public sealed class FrequentWordsTests : IDisposable
{
    private const string Letters = "abeéèœoöôßsz"; // some fold to another, some to two

    private static readonly ImmutableArray<string> Fields = [ArticleFields.Title, ArticleFields.Text];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void They_are_those_of_counting_each_word_in_each_article()
    {
        Random random = Seeds.Random();
        Article[] articles = Articles(random, 120);
        HandmadeIndex.Write(_folder.Path, articles, ofSegment: 17);
        using ArchiveReader archive = ArchiveReader.Open("test", _folder.Path);
        Assert.Equal(8, archive.Reader.Leaves.Count);
        FrequentWords frequent = new(archive, SuggestOptions.Default, CancellationToken.None);
        int found = 0;
        for (int round = 0; round < 200; round++)
        {
            string beginning = Folded(Word(random)[..1]) is var one && random.Next(3) > 0 ? one : one + Folded(Word(random)[..1]);
            bool[] isWithin = [.. articles.Select(_ => random.Next(3) > 0)];
            int size = random.Next(1, 9);
            FixedBitSet within = new(archive.DocumentCount);
            foreach (int article in Enumerable.Range(0, articles.Length).Where(number => isWithin[number]))
            {
                within.Set(article); // none has quotations
            }

            bool isAll = random.Next(2) == 0;
            ImmutableArray<WordSet> sets = [.. Fields.Select(field => WordSet.Beginning(field, archive.AccentedWords(field).Beginnings(beginning)))];
            FrequentTermsResult result = frequent.Find(sets, isAll ? null : within, size);

            IEnumerable<(string Word, int Count)> expected = articles.Where((_, number) => isAll || isWithin[number])
                .SelectMany(static article => Words($"{article.Title} {article.Text}").Distinct())
                .Where(word => Folded(word).StartsWith(beginning, StringComparison.Ordinal))
                .CountBy(static word => word).Select(static pair => (pair.Key, pair.Value))
                .OrderByDescending(static word => word.Value).ThenBy(static word => word.Key, Comparer<string>.Create(static (x, y) => Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y))))
                .Take(size);
            Assert.Equal(expected.Select(static word => new TermCount(word.Word, word.Count)), result.Terms);
            Assert.True(result.IsComplete);
            Assert.Equal(frequent.Any(sets), articles.SelectMany(static article => Words($"{article.Title} {article.Text}")).Any(word => Folded(word).StartsWith(beginning, StringComparison.Ordinal)));
            found += result.Terms.Length;
        }

        Assert.True(found > 300, $"{found} words");
    }

    [Fact]
    public void Words_begin_as_their_folded_forms_do()
    {
        Random random = Seeds.Random();
        Article[] articles = Articles(random, 60);
        HandmadeIndex.Write(_folder.Path, articles, ofSegment: 25);
        using ArchiveReader archive = ArchiveReader.Open("test", _folder.Path);
        string[] words = [.. articles.SelectMany(static article => Words(article.Text)).Distinct()];
        foreach (string beginning in words.Select(Folded).SelectMany(static word => new[] { word[..1], word[..Math.Min(2, word.Length)], word }).Append("").Append("qq").Distinct())
        {
            List<string> beginnings = archive.AccentedWords(ArticleFields.Text).Beginnings(beginning);
            Assert.Equal(
                words.Where(word => Folded(word).StartsWith(beginning, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
                words.Where(word => beginnings.Exists(one => word.StartsWith(one, StringComparison.Ordinal))).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void No_more_words_are_looked_at_than_the_limit_and_that_is_said()
    {
        HandmadeIndex.Write(_folder.Path, [Of("1", "aa ab"), Of("2", "ab ac"), Of("3", "ac ad"), Of("4", "ac")], ofSegment: 1);
        using ArchiveReader archive = ArchiveReader.Open("test", _folder.Path);
        ImmutableArray<WordSet> sets = [WordSet.Beginning(ArticleFields.Text, ["a"])];
        FrequentTermsResult two = new FrequentWords(archive, new SuggestOptions { MaxTerms = 2 }, CancellationToken.None).Find(sets, within: null, 5);
        Assert.Equal([new TermCount("ab", 2), new TermCount("aa", 1)], two.Terms);
        Assert.False(two.IsComplete);
        FrequentTermsResult four = new FrequentWords(archive, new SuggestOptions { MaxTerms = 4 }, CancellationToken.None).Find(sets, within: null, 2);
        Assert.Equal([new TermCount("ac", 3), new TermCount("ab", 2)], four.Terms);
        Assert.True(four.IsComplete);
    }

    [Fact]
    public void Words_near_the_longest_that_is_corrected_are_found()
    {
        string longest = string.Concat(Enumerable.Range('\u0430', SuggestOptions.Default.MaxWordLength - 18).Select(static letter => (char)letter)) + "abcdefghijklmnopqr";
        Assert.Equal(SuggestOptions.Default.MaxWordLength, longest.Length);
        HandmadeIndex.Write(_folder.Path, [Of("1", longest), Of("2", longest[..^2]), Of("3", longest[..^3])]);
        using ArchiveReader archive = ArchiveReader.Open("test", _folder.Path);
        FrequentTermsResult near = new FrequentWords(archive, SuggestOptions.Default, CancellationToken.None).Find(WordSet.Near(Fields, longest, edits: 2, kept: 1), within: null, 5);
        Assert.Equal([longest[..^2], longest], near.Terms.Select(static word => word.Term));
    }

    [Fact]
    public void It_can_be_cancelled()
    {
        HandmadeIndex.Write(_folder.Path, Articles(Seeds.Random(), 40));
        using ArchiveReader archive = ArchiveReader.Open("test", _folder.Path);
        FrequentWords frequent = new(archive, SuggestOptions.Default, new CancellationToken(canceled: true));
        Assert.Throws<OperationCanceledException>(() => frequent.Find([WordSet.Beginning(ArticleFields.Text, [""])], within: null, 5));
    }

    public void Dispose() => _folder.Dispose();

    private static Article[] Articles(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(number => Of($"{number}", Text(random, 12)) with { Title = Text(random, 4) })];

    private static Article Of(string id, string text) => new() { Id = id, Text = text };

    private static string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(random)));

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Letters[random.Next(Letters.Length)]));

    private static IEnumerable<string> Words(string text) => text.Split(' ').Select(static word => Encoding.UTF8.GetString(TermNormalizer.FoldPrefix(word).Written));

    private static string Folded(string text) => Encoding.UTF8.GetString(TermNormalizer.FoldPrefix(text).Folded);
}
