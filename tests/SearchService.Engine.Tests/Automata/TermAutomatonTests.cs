using System.Text;
using SearchService.Analysis;
using SearchService.Analysis.Patterns;
using SearchService.Engine.Automata;
using SearchService.Engine.Queries;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Automata;

public sealed class TermAutomatonTests
{
    // One to four bytes each; the last two differ in their last byte only, the two before in their first.
    private static readonly string[] Letters = ["a", "b", "c", "d", "é", "ж", "中", "\uFB01", "😀", "😁"];

    [Fact]
    public void Wildcards_find_what_their_definition_says() => AssertMeanings(patterns => patterns.Wildcard());

    [Fact]
    public void Regular_expressions_find_what_those_of_dotnet_find() => AssertMeanings(patterns => patterns.Regex());

    [Fact]
    public void Fuzzy_words_find_what_the_table_of_distances_says() => AssertMeanings(patterns => patterns.Fuzzy());

    [Fact]
    public void A_walk_passes_over_nothing_that_fits()
    {
        var random = Seeds.Random();
        for (var round = 0; round < 3_000; round++)
        {
            var patterns = new RandomPatterns(random, Letters);
            var automaton = patterns.Next();
            var dictionary = Enumerable.Range(0, 40).Select(_ => patterns.Word(6)).Distinct()
                .OrderBy(word => Convert.ToHexString(Encoding.UTF8.GetBytes(word)), StringComparer.Ordinal).ToList();
            var judge = automaton.Judge();
            var found = new List<string>();
            byte[] next = [];
            foreach (var word in dictionary)
            {
                var term = Encoding.UTF8.GetBytes(word);
                if (term.AsSpan().SequenceCompareTo(next) < 0)
                {
                    continue;
                }

                var fit = judge.Fit(term);
                if (fit == TermFit.Past)
                {
                    break;
                }

                if (fit == TermFit.Skip)
                {
                    next = judge.Next.ToArray();
                    Assert.True(next.AsSpan().SequenceCompareTo(term) > 0, $"{automaton} sends back from {word}");
                }

                found.AddRange(fit == TermFit.Yes ? [word] : Array.Empty<string>());
            }

            Assert.Equal(dictionary.Where(word => RandomPatterns.Fits(automaton, word)), found);
        }
    }

    [Theory]
    [InlineData("tokayev", "tokyaev", 1)] // two neighbours swapped
    [InlineData("tokayev", "okayev", 1)]
    [InlineData("tokayev", "tokajew", 2)]
    [InlineData("ab", "ba", 1)]
    [InlineData("ca", "abc", 3)] // what was swapped isn't edited again
    [InlineData("😀", "😁", 1)] // one code point, though two units and four bytes
    [InlineData("", "ab", 2)]
    public void Edits_are_counted(string word, string other, int distance)
    {
        for (var edits = 0; edits <= 2; edits++)
        {
            Assert.Equal(distance <= edits, Finds(TermAutomaton.Fuzzy(word, edits, TermForm.Written, AutomatonOptions.Default), other));
        }
    }

    [Theory]
    [InlineData("tok(a|aj)ev", "tokajev", true)]
    [InlineData("tok(a|aj)ev", "tokajevs", false)] // the whole term
    [InlineData("TOKÁYEV", "tokáyev", true)]
    [InlineData("[A-C]+", "abc", true)]
    [InlineData("[É]", "é", true)]
    [InlineData("e\u0301", "é", true)] // a letter and its mark are one character
    [InlineData(@"\d{4}", "2022", true)]
    [InlineData(@"\d{4}", "٢٠٢٢", false)]
    [InlineData(@"[\w-]+", "e-mail", true)]
    [InlineData(@"\w\W\w", "a-b", true)]
    [InlineData(@"[^\s]+", "ab", true)]
    [InlineData(@"a\.b", "a.b", true)]
    [InlineData(@"a\.b", "axb", false)]
    [InlineData("a]}", "a]}", true)]
    [InlineData("[a-]", "-", true)]
    [InlineData("[]]", "]", null)]
    [InlineData("(?:ab)+", "abab", true)]
    [InlineData("(|a)b", "b", true)]
    [InlineData("a{0}b", "b", true)]
    [InlineData("a**", "aaa", true)]
    [InlineData("", "a", false)]
    public void An_expression_is_read_as_documented(string pattern, string word, bool? fits)
    {
        if (fits is null)
        {
            Assert.Throws<InvalidPatternException>(() => Regex(pattern));
            return;
        }

        Assert.Equal(fits, Finds(Regex(pattern), word));
    }

    [Theory]
    [InlineData("a(b", "At character 2 of the regular expression, ‘(’ is never closed; a plain one is ‘\\(’.")]
    [InlineData("ab)", "At character 3 of the regular expression, there is a ‘)’ without its ‘(’; a plain one is ‘\\)’.")]
    [InlineData("*a", "At character 1 of the regular expression, ‘*’ has nothing before it to repeat; a plain one is ‘\\*’.")]
    [InlineData("(+)", "At character 2 of the regular expression, ‘+’ has nothing before it to repeat; a plain one is ‘\\+’.")]
    [InlineData("😀[a", "At character 2 of the regular expression, ‘[’ is never closed; a plain one is ‘\\[’.")]
    [InlineData("[z-a]", "At character 2 of the regular expression, a range in a class goes from a character to a later one; a plain ‘-’ is ‘\\-’.")]
    [InlineData("a{3,1}", "At character 2 of the regular expression, ‘{3,1}’ asks for at least 3 and at most 1.")]
    [InlineData("a{,3}", "At character 2 of the regular expression, behind ‘{’ stands ‘3}’, ‘3,}’ or ‘3,5}’; a plain one is ‘\\{’.")]
    [InlineData("a{x", "At character 2 of the regular expression, behind ‘{’ stands ‘3}’, ‘3,}’ or ‘3,5}’; a plain one is ‘\\{’.")]
    [InlineData("a\\", "At character 2 of the regular expression, ‘\\’ stands at the end; a plain one is ‘\\\\’.")]
    [InlineData(@"(a)\1", "At character 4 of the regular expression, ‘\\1’ means nothing here; the classes are \\d, \\w, \\s, \\D, \\W, \\S.")]
    [InlineData("^a", "At character 1 of the regular expression, ‘^’ isn't needed: the whole word is compared; a plain one is ‘\\^’.")]
    [InlineData("(?=a)", "At character 2 of the regular expression, ‘?’ has nothing before it to repeat; a plain one is ‘\\?’.")]
    [InlineData(@"[^\w\W]", "No character is left by a class of the regular expression.")]
    public void What_is_no_expression_is_refused_with_the_place(string pattern, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidPatternException>(() => Regex(pattern)).Message);

    [Fact]
    public void Random_text_is_an_expression_or_refused()
    {
        var random = Seeds.Random();
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => @"ab()[]{}|*+?.\^$-,19é😀"[random.Next(22)]));
            try
            {
                Finds(Regex(text), "ab");
            }
            catch (InvalidPatternException)
            {
            }
        }
    }

    [Fact]
    public void Folding_drops_the_diacritics_of_literals_and_classes()
    {
        Assert.True(Finds(TermAutomaton.Regex("krak[Ó]w", TermForm.Folded, AutomatonOptions.Default), "krakow"));
        Assert.True(Finds(TermAutomaton.Wildcard("KRAK?Ẃ*", TermForm.Folded, AutomatonOptions.Default), "krakow"));
        Assert.True(Finds(TermAutomaton.Fuzzy("Straße", 0, TermForm.Folded, AutomatonOptions.Default), "strasse"));
        Assert.Throws<ArgumentOutOfRangeException>(() => TermAutomaton.Wildcard("a*", TermForm.Word, AutomatonOptions.Default));
    }

    [Fact]
    public void Patterns_that_fold_alike_are_equal()
    {
        Assert.Equal(Regex("Ab.[A-B]"), Regex("ab.[A-B]"));
        Assert.Equal(TermAutomaton.Wildcard("a*", TermForm.Folded, AutomatonOptions.Default), TermAutomaton.Wildcard("á*", TermForm.Folded, AutomatonOptions.Default));
        Assert.NotEqual(Regex("[ab]"), Regex("[ac]"));
        Assert.NotEqual(Regex("(ab)*"), Regex("ab*"));
        Assert.NotEqual(Regex(@"a\."), Regex("a."));
        Assert.NotEqual(
            TermAutomaton.Fuzzy("a", 1, TermForm.Written, AutomatonOptions.Default),
            TermAutomaton.Fuzzy("a", 2, TermForm.Written, AutomatonOptions.Default));
    }

    private static TermAutomaton Regex(string pattern) => TermAutomaton.Regex(pattern, TermForm.Written, AutomatonOptions.Default);

    private static bool Finds(TermAutomaton automaton, string word) => automaton.Judge().Fit(Encoding.UTF8.GetBytes(word)) == TermFit.Yes;

    private static void AssertMeanings(Func<RandomPatterns, TermAutomaton> next)
    {
        var random = Seeds.Random();
        var fitting = 0;
        for (var round = 0; round < 3_000; round++)
        {
            var patterns = new RandomPatterns(random, Letters[..random.Next(1, Letters.Length + 1)]);
            var automaton = next(patterns);
            var judge = automaton.Judge(); // one for all: words in any order
            for (var i = 0; i < 30; i++)
            {
                var word = patterns.Word(6);
                var fits = RandomPatterns.Fits(automaton, word);
                Assert.True(fits == (judge.Fit(Encoding.UTF8.GetBytes(word)) == TermFit.Yes), $"{automaton} and '{word}': {fits} expected");
                Assert.Equal(fits, judge.Contains(Encoding.UTF8.GetBytes(word)));
                fitting += fits ? 1 : 0;
            }
        }

        Assert.InRange(fitting, 5_000, 85_000);
    }
}
