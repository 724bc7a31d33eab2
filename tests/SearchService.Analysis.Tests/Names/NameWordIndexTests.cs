using SearchService.Analysis.Languages;
using SearchService.Analysis.Names;
using SearchService.TestSupport;

namespace SearchService.Analysis.Tests.Names;

public sealed class NameWordIndexTests
{
    [Fact]
    public void The_nearest_spelling_comes_first_and_then_the_most_frequent()
    {
        NameWordIndex names = new([("tokaev", 2), ("tokayev", 5), ("toqayev", 1), ("tokarev", 9), ("токаев", 3)]);

        string[] found = [.. names.Find("Tokayev").Select(match => match.Name)];

        Assert.Equal(["tokayev", "tokaev"], found[..2]);
        Assert.Equal(["toqayev", "токаев"], found[2..].Order(StringComparer.Ordinal));
        Assert.Equal(5, names.Count);
    }

    [Fact]
    public void An_empty_index_and_a_word_without_letters_find_nothing()
    {
        Assert.Empty(new NameWordIndex([]).Find("Zas"));
        Assert.Empty(new NameWordIndex([("zas", 1), ("!", 1), ("", 1)]).Find("?"));
    }

    [Fact]
    public void What_is_found_is_what_comparing_with_every_word_finds()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 10; round++)
        {
            HashSet<string> words = [.. Enumerable.Range(0, 150).Select(_ => RandomNames.Next(random))];
            words.UnionWith([.. words.Take(60).Select(word => RandomNames.Respelled(random, word))]);
            NameWordIndex index = new(words.Select(word => (word, 1L)));
            foreach (string word in words.Take(30).Append(RandomNames.Next(random)))
            {
                HashSet<string> expected = [.. Scan(word, words)];

                Assert.Equal(expected.Order(StringComparer.Ordinal), index.Find(word).Select(match => match.Name).Order(StringComparer.Ordinal));
                Assert.All(index.Find(word), match => Assert.Equal(NameSpelling.Distance(word, match.Name), match.Distance));
            }
        }
    }

    /// <summary>All variants on the word's own side of Latin; of the others, the nearest of their script.</summary>
    private static IEnumerable<string> Scan(string word, HashSet<string> words)
    {
        NameLetters.Of(word, out Script own);
        foreach (IGrouping<Script, string> script in words.Where(other => NameSpelling.AreVariants(word, other)).GroupBy(ScriptOf))
        {
            bool isSameSide = (own == Script.Latin) == (script.Key == Script.Latin);
            int nearest = script.Min(other => NameSpelling.Distance(word, other));
            int margin = isSameSide ? int.MaxValue - nearest : own == Script.Latin ? NameWordIndex.MarginFromLatin : NameWordIndex.MarginToLatin;
            foreach (string other in script.Where(other => NameSpelling.Distance(word, other) <= nearest + margin))
            {
                yield return other;
            }
        }
    }

    private static Script ScriptOf(string word)
    {
        NameLetters.Of(word, out Script script);
        return script;
    }
}
