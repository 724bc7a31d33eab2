using System.Text;
using SearchService.Analysis;
using SearchService.Analysis.Patterns;
using SearchService.Engine.Automata;
using SearchService.Engine.Queries;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Automata;

public sealed class FuzzyJudgeTests
{
    private static readonly string[] Letters = ["a", "b", "n", "é", "\u0301", "ж", "中", "😀", "😁"];

    [Fact]
    public void Bits_say_what_the_automaton_says_of_words_of_any_length()
    {
        var random = Seeds.Random();
        var near = 0;
        for (var round = 0; round < 300; round++)
        {
            var letters = Letters[..random.Next(1, Letters.Length + 1)];
            var word = Word(random, letters, round % 3 == 0 ? FuzzyWord.MaxLength : random.Next(FuzzyWord.MaxLength));
            var edits = random.Next(1, 3);
            var kept = random.Next(3) * random.Next(4); // most often 0; sometimes beyond the word's end
            var bits = new FuzzyJudge(FuzzyWord.Of(word, edits, kept)!);
            var automaton = new AutomatonJudge(new LazyDfa(LevenshteinNfa.Build(word, edits, kept, AutomatonOptions.Default), 1 << 20), filter: null);
            for (var i = 0; i < 30; i++)
            {
                var other = word;
                for (var slips = random.Next(5); slips > 0; slips--)
                {
                    other = Slip(random, letters, other);
                }

                var term = Encoding.UTF8.GetBytes(other);
                var expected = automaton.Contains(term);
                Assert.True(expected == bits.Contains(term), $"'{other}' is {(expected ? "" : "not ")}{edits} edits from '{word}', {kept} kept");
                Assert.True(term.AsSpan().SequenceCompareTo(bits.First) >= 0 || !expected);
                Assert.False(bits.Fit(term) == TermFit.Past && term.AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(word)) <= 0);
                near += expected ? 1 : 0;
            }
        }

        Assert.InRange(near, 2_000, 8_000);
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    public void Words_too_long_for_bits_are_compared_all_the_same(int length)
    {
        var word = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26))));
        var judge = TermAutomaton.Fuzzy(word, 2, TermForm.Written, AutomatonOptions.Default).Judge();

        Assert.True(judge.Contains(Encoding.UTF8.GetBytes(word[1..^1])));
        Assert.True(judge.Contains(Encoding.UTF8.GetBytes(word + "é😀")));
        Assert.False(judge.Contains(Encoding.UTF8.GetBytes(word + "é😀z")));
        Assert.False(judge.Contains(Encoding.UTF8.GetBytes(word[2..^1])));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_near_nothing()
    {
        var judge = TermAutomaton.Fuzzy("ab", 2, TermForm.Written, AutomatonOptions.Default).Judge();
        Assert.False(judge.Contains([(byte)'a', 0xFF]));
        Assert.False(judge.Contains([(byte)'a', 0xC3]));
    }

    private static string Word(Random random, string[] letters, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => letters[random.Next(letters.Length)]));

    private static string Slip(Random random, string[] letters, string word)
    {
        List<string> points = [.. word.EnumerateRunes().Select(rune => rune.ToString())];
        var at = random.Next(points.Count + 1);
        switch (random.Next(4))
        {
            case 0:
                points.Insert(at, letters[random.Next(letters.Length)]);
                break;
            case 1 when at < points.Count:
                points.RemoveAt(at);
                break;
            case 2 when at < points.Count:
                points[at] = letters[random.Next(letters.Length)];
                break;
            case 3 when at + 1 < points.Count:
                (points[at], points[at + 1]) = (points[at + 1], points[at]);
                break;
        }

        return string.Concat(points);
    }
}
