using System.Text;
using SearchService.Analysis;
using SearchService.Analysis.Patterns;
using SearchService.Engine.Automata;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;
using SearchService.Engine.Tests.Execution;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Automata;

public sealed class HostilePatternTests
{
    [Theory]
    [InlineData("a{1000}{1000}")]
    [InlineData("((((((((((a{9}){9}){9}){9}){9}){9}){9}){9}){9}){9})")]
    [InlineData("(){1000}{1000}{1000}")]
    [InlineData("(|){1000}{1000}")]
    [InlineData("(.{100}|.{200}){99}")]
    [InlineData("a{99999999999999999999}")]
    public void What_needs_too_many_states_is_refused_by_the_limits_name(string pattern)
    {
        var message = Assert.Throws<InvalidPatternException>(() => TermAutomaton.Regex(pattern, TermForm.Written, AutomatonOptions.Default)).Message;
        Assert.Contains("10,000 states (AutomatonOptions.MaxStates)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_long_or_nested_too_deep_is_refused_by_the_limits_name()
    {
        var options = AutomatonOptions.Default;
        Assert.Contains("MaxPatternLength", Refusal(() => TermAutomaton.Regex(new string('a', 1_001), TermForm.Written, options)), StringComparison.Ordinal);
        Assert.Contains("MaxPatternLength", Refusal(() => TermAutomaton.Wildcard(new string('*', 1_001), TermForm.Written, options)), StringComparison.Ordinal);
        Assert.Contains("MaxStates", Refusal(() => TermAutomaton.Fuzzy(new string('a', 1_000), 2, TermForm.Written, options)), StringComparison.Ordinal);
        Assert.Contains("MaxDepth", Refusal(() => TermAutomaton.Regex(new string('(', 500) + new string(')', 500), TermForm.Written, options)), StringComparison.Ordinal);
        Assert.True(Finds(TermAutomaton.Regex(new string('(', 100) + "a" + new string(')', 100), TermForm.Written, options), "a"));
    }

    [Fact]
    public void Patterns_that_explode_elsewhere_are_answered()
    {
        Assert.True(Finds(Regex("(a|b|ab)*c{1000}|x"), "x"));
        Assert.False(Finds(Regex("(a|b|ab)*c{1000}"), string.Concat(Enumerable.Repeat("ab", 100))));
        Assert.True(Finds(Regex(".*.*.*.*x"), new string('a', 254) + "x"));
        Assert.False(Finds(Regex("(((a*)*)*)*b"), new string('a', 255)));
        Assert.True(Finds(TermAutomaton.Wildcard("*a*b*c*d*", TermForm.Written, AutomatonOptions.Default), new string('x', 100) + "abcd" + new string('x', 100)));
        var word = string.Concat(Enumerable.Range(0, 255).Select(i => (char)('a' + (i % 7))));
        var fuzzy = TermAutomaton.Fuzzy(word, 2, TermForm.Written, AutomatonOptions.Default);
        Assert.True(Finds(fuzzy, $"x{word[1..100]}{word[101..]}"));
        Assert.False(Finds(fuzzy, $"x{word[1..100]}{word[101..200]}{word[201..]}"));
    }

    [Fact]
    public void A_deterministic_automaton_of_a_million_states_is_forgotten_and_made_again()
    {
        // Which of the last twenty letters were an a: 2^20 states.
        var nfa = new NfaBuilder(AutomatonOptions.Default);
        var start = nfa.Build(RegexSyntax.Parse(".*a.{19}", AutomatonOptions.Default), Nfa.End);
        var automaton = new LazyDfa(nfa.ToNfa(start), cacheLengthInBytes: 100_000);
        var judge = new AutomatonJudge(automaton, filter: null);
        var random = Seeds.Random();
        var most = 0;
        for (var round = 0; round < 2_000; round++)
        {
            var word = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => (char)('a' + random.Next(2))));
            Assert.Equal(word.Length >= 20 && word[^20] == 'a', judge.Fit(Encoding.UTF8.GetBytes(word)) == TermFit.Yes);
            most = Math.Max(most, automaton.StateCount);
        }

        Assert.InRange(most, 300, 1_500);
    }

    [Fact]
    public void A_walk_that_finds_nothing_can_be_cancelled()
    {
        using var corpus = Corpus.OfBodies([.. Enumerable.Range(0, 300).Select(i => $"w{i}")]);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var query = new AutomatonQuery(Corpus.Body, [TermForm.Written], Regex(".*nothing"));
        var segment = corpus.Snapshot.Segments[0];
        using var scratch = Scratch.Take();

        Assert.Equal(0, TermSetExpansion.Fill(query, segment, new ulong[16], scratch, CancellationToken.None));
        Assert.Throws<OperationCanceledException>(() => TermSetExpansion.Fill(query, segment, new ulong[16], scratch, cancelled.Token));
    }

    [Theory]
    [InlineData("w.*")]
    [InlineData("w.*|x")] // no letter is sure: every term is compared
    public void A_walk_under_way_can_be_cancelled(string pattern)
    {
        using var corpus = Corpus.OfBodies([.. Enumerable.Range(0, 300).Select(i => $"w{i}")]);
        using var source = new CancellationTokenSource();
        var walk = new TermSetWalk(new AutomatonQuery(Corpus.Body, [TermForm.Written], Regex(pattern)), corpus.Snapshot.Segments[0], source.Token);
        Assert.True(walk.MoveNext());
        source.Cancel();
        var given = 1;
        Assert.Throws<OperationCanceledException>(() =>
        {
            while (walk.MoveNext())
            {
                given++;
            }
        });

        Assert.InRange(given, 1, 100);
    }

    private static TermAutomaton Regex(string pattern) => TermAutomaton.Regex(pattern, TermForm.Written, AutomatonOptions.Default);

    private static bool Finds(TermAutomaton automaton, string word) => automaton.Judge().Fit(Encoding.UTF8.GetBytes(word)) == TermFit.Yes;

    private static string Refusal(Func<object> make) => Assert.Throws<InvalidPatternException>(make).Message;
}
