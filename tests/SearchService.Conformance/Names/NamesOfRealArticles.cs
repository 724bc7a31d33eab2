using System.Collections.Immutable;
using System.Text;
using SearchService.Analysis;
using SearchService.Conformance.Oracle;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.TestSupport;

namespace SearchService.Conformance.Names;

/// <summary>Other spellings of names are names of the archive, with the counts they have there.</summary>
public sealed class NamesOfRealArticles(UsNewsArchives archives)
{
    [Theory]
    [EveryBackend("Kasym-Zhomart Tokaev", "Kassym-Jomart Tokayev")]
    [EveryBackend("Касым-Жомарт Токаев", "Kassym-Jomart Tokayev")]
    [EveryBackend("Emile Orlowa", "Émile Orlova")]
    [EveryBackend("Boris Lunnd", "Boris Lund")]
    [EveryBackend("Boris Lund", "")]
    [EveryBackend("Xerxes Quux", "")]
    public void A_speaker_is_found_by_other_spellings_with_all_quotations(IBackend backend, string typed, string expected)
    {
        UsNewsArchive archive = archives.RichOn(backend);
        ImmutableArray<NameVariant> variants = archive.Index.SpeakerVariants(typed, TestContext.Current.CancellationToken);
        Assert.Equal(expected.Length == 0, variants.IsEmpty);
        Assert.Equal(expected.Length == 0 ? [] : [expected], variants.Select(static variant => variant.Text).Where(name => name == expected));
        Assert.All(variants, variant => Assert.Equal(archive.Naive.Quotations.Count(quotation => quotation.Quote!.Speaker == variant.Text), variant.Count));
        Assert.Equal(variants.OrderByDescending(static variant => variant.Count), variants);
    }

    [Theory, EveryBackend]
    public void Spellings_of_a_word_are_words_of_names_in_the_archive_and_never_the_word_itself(IBackend backend)
    {
        UsNewsArchive archive = archives.RichOn(backend);
        Random random = Seeds.Random();
        HashSet<string> names = [.. archive.Naive.Articles.SelectMany(static article => article.People.Concat(article.Authors)).SelectMany(Words)];
        string[] all = [.. names.Order(StringComparer.Ordinal)];
        int found = 0;
        foreach (string word in Enumerable.Range(0, 300).Select(_ => Misspelt(all[random.Next(all.Length)], random)).Concat(["tokaev", "Токаев", "garsia", "orlowa"]))
        {
            ImmutableArray<NameVariant> variants = archive.Index.NameVariants(word, TestContext.Current.CancellationToken);
            Assert.Equal(variants.OrderByDescending(static variant => variant.Count), variants);
            Assert.All(variants, variant =>
            {
                Assert.True(variant.Count > 0 && names.Contains(variant.Text) && Fold(variant.Text) != Fold(word), $"{word}: {variant}");
                Assert.NotEmpty(archive.Naive.Search(QueryParser.Parse($"verbatim:{variant.Text} OR author:{variant.Text} OR speaker:{variant.Text}").Root, []));
            });
            found += variants.Length;
        }

        Assert.True(found > 20, $"Only {found} spellings were found.");
    }

    private static IEnumerable<string> Words(string name) => NaiveVocabulary.Tokens(name.Replace('_', ' '), TextAnalyzer.ByLanguage).Select(static token => token.Word.Written);

    private static string Misspelt(string word, Random random)
    {
        int at = random.Next(word.Length);
        return random.Next(3) switch
        {
            0 => word.Insert(at, word[at].ToString()),
            1 => word.Replace("c", "k", StringComparison.Ordinal),
            _ => word,
        };
    }

    private static string Fold(string text) => Encoding.UTF8.GetString(TermNormalizer.FoldPrefix(text).Folded);
}
