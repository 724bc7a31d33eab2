using SearchService.Analysis.Proximity;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Execution;

public sealed class PhraseOccurrencesTests
{
    [Fact]
    public void An_exact_phrase_has_each_run_of_its_words()
    {
        Assert.Equal(["0: 1 2", "0: 5 6"], Find("a b", "x a b a x a b", slop: 0));
        Assert.Empty(Find("a b", "b a x a x b", slop: 0));
    }

    [Fact]
    public void A_word_in_between_costs_one()
    {
        Assert.Empty(Find("a b", "a x b", slop: 0));
        Assert.Equal(["1: 0 2"], Find("a b", "a x b", slop: 1));
    }

    [Fact]
    public void A_swapped_pair_costs_two()
    {
        Assert.Empty(Find("a b", "b a", slop: 1));
        Assert.Equal(["2: 1 0"], Find("a b", "b a", slop: 2));
    }

    [Fact]
    public void A_word_that_is_there_twice_needs_two_occurrences()
    {
        Assert.Empty(Find("a a", "x a x", slop: 9));
        Assert.Equal(["3: 1 5"], Find("a a", "x a x x x a", slop: 9));
        Assert.Equal(["0: 0 1", "0: 1 2"], Find("a a", "a a a", slop: 0));
    }

    [Fact]
    public void An_overlapping_phrase_has_all_its_occurrences() =>
        Assert.Equal(["0: 0 1 2", "0: 2 3 4"], Find("a b a", "a b a b a", slop: 0));

    [Fact]
    public void Random_phrases_have_the_minimal_choices_that_a_search_through_all_choices_finds()
    {
        var random = Seeds.Random();
        for (var round = 0; round < 4_000; round++)
        {
            var words = random.Next(1, 5);
            var phrase = string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => (char)('a' + random.Next(words))));
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => (char)('a' + random.Next(words + 1))));
            var slop = random.Next(4) == 0 ? 0 : random.Next(7);

            var expected = NaivePhrase.Widths(phrase.Split(' '), text.Split(' '), slop);

            Assert.True(expected.SequenceEqual(Find(phrase, text, slop).Select(f => int.Parse(f.Split(':')[0]))), $"\"{phrase}\"~{slop} in \"{text}\"");
        }
    }

    [Fact]
    public void The_frequency_sums_the_inverse_of_each_width_and_one()
    {
        Assert.Equal(1 + (1.0 / 3), Prepare("a b", "a b x x x b a", slop: 2).Frequency(untilFirst: false), 15);
        Assert.Equal(0, Prepare("a b", "a x x b", slop: 1).Frequency(untilFirst: true));
    }

    // Each occurrence as "width: positions".
    private static List<string> Find(string phrase, string text, int slop)
    {
        var occurrences = Prepare(phrase, text, slop);
        var found = new List<string>();
        occurrences.Start();
        while (occurrences.Next())
        {
            found.Add($"{occurrences.Width}: {string.Join(' ', occurrences.Choice.ToArray())}");
        }

        return found;
    }

    private static PhraseOccurrences Prepare(string phrase, string text, int slop)
    {
        var words = phrase.Split(' ');
        var distinct = words.Distinct().ToList();
        var occurrences = new PhraseOccurrences(words.Select(w => distinct.IndexOf(w)).ToArray(), slop);
        var tokens = text.Split(' ');
        for (var i = 0; i < distinct.Count; i++)
        {
            var places = Enumerable.Range(0, tokens.Length).Where(p => tokens[p] == distinct[i]).ToArray();
            places.CopyTo(occurrences.Positions(i, places.Length));
        }

        return occurrences;
    }
}
