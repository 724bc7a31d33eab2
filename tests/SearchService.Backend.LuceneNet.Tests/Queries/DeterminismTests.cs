using Lucene.Net.Util.Automaton;
using SearchService.Analysis.Patterns;
using SearchService.Backend.LuceneNet.Queries;
using SearchService.TestSupport;

namespace SearchService.Backend.LuceneNet.Tests.Queries;

public sealed class DeterminismTests
{
    [Fact]
    public void An_automaton_made_deterministic_knows_the_same_words()
    {
        Random random = Seeds.Random();
        for (int i = 0; i < 300; i++)
        {
            Automaton any = Any(random, depth: 4);
            Automaton deterministic = Determinism.Of((Automaton)any.Clone(), AutomatonOptions.Default);

            Assert.True(deterministic.IsDeterministic);
            Assert.True(BasicOperations.SameLanguage(any, deterministic));
        }
    }

    [Fact]
    public void One_that_explodes_is_refused()
    {
        Automaton ab = BasicAutomata.MakeCharRange('a', 'b');
        Automaton explodes = BasicOperations.Concatenate([BasicOperations.Repeat(ab), BasicAutomata.MakeChar('a'), BasicOperations.Repeat((Automaton)ab.Clone(), 20, 20)]);

        Assert.Contains(nameof(AutomatonOptions.MaxStates), Assert.Throws<InvalidPatternException>(() => Determinism.Of(explodes, AutomatonOptions.Default)).Message, StringComparison.Ordinal);
    }

    private static Automaton Any(Random random, int depth) => (depth == 0 ? 0 : random.Next(5)) switch
    {
        0 => BasicAutomata.MakeCharRange('a' + random.Next(2), 'b' + random.Next(2)),
        1 => BasicOperations.Repeat(Any(random, depth - 1)),
        2 => BasicOperations.Union([Any(random, depth - 1), Any(random, depth - 1)]),
        3 => BasicOperations.Concatenate([Any(random, depth - 1), Any(random, depth - 1)]),
        _ => BasicOperations.Optional(Any(random, depth - 1)),
    };
}
