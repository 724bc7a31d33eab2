using System.Globalization;
using System.Runtime.CompilerServices;

using Xunit;

namespace SearchService.TestSupport;

/// <summary>Gives randomised tests a seed that is printed, and replayed by the environment variable <c>SEARCH_SEED</c>.</summary>
public static class Seeds
{
    private const string Variable = "SEARCH_SEED";

    /// <summary>Gives the seed of this run and writes it to the running test's output.</summary>
    /// <param name="test">The test that asks.</param>
    /// <returns>The number in <c>SEARCH_SEED</c>, or a fresh one.</returns>
    /// <exception cref="FormatException"><c>SEARCH_SEED</c> holds no number.</exception>
    public static int Next([CallerMemberName] string test = "")
    {
        string? named = Environment.GetEnvironmentVariable(Variable);
        int seed = string.IsNullOrEmpty(named)
            ? System.Random.Shared.Next()
            : int.Parse(named, NumberStyles.Integer, CultureInfo.InvariantCulture);
        TestContext.Current.TestOutputHelper?.WriteLine(Describe(test, seed));
        return seed;
    }

    /// <summary>Creates a generator from the seed of this run.</summary>
    /// <param name="test">The test that asks.</param>
    /// <returns>A generator whose numbers depend on the seed alone.</returns>
    public static Random Random([CallerMemberName] string test = "") => new(Next(test));

    private static string Describe(string test, int seed) =>
        string.Create(CultureInfo.InvariantCulture, $"{test}: {Variable}={seed} replays this run");
}
