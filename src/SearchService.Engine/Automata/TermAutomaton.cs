using System.Globalization;
using System.Text;
using SearchService.Analysis;
using SearchService.Analysis.Patterns;
using SearchService.Engine.Kernels;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Automata;

/// <summary>A set of terms given by a pattern.</summary>
/// <remarks>
/// Compared by code point with whole terms, as the analyzer emits them; of a term shortened by <see cref="LongTerms"/>, with what
/// became of it. Equal when the patterns are the same once folded. Immutable, thread-safe.
/// </remarks>
public sealed class TermAutomaton : IEquatable<TermAutomaton>
{
    private readonly string _name;
    private readonly Func<TermJudge> _judge;

    private TermAutomaton(string name, Func<TermJudge> judge) => (_name, _judge) = (name, judge);

    private TermAutomaton(string name, Nfa nfa, SketchFilter? filter, AutomatonOptions options)
        : this(name, () => new AutomatonJudge(new LazyDfa(nfa, options.CacheLengthInBytes), filter))
    {
    }

    /// <summary>Terms of a pattern with wildcards.</summary>
    /// <param name="pattern"><c>?</c> is one code point, <c>*</c> any number; <c>\</c> takes the meaning from what follows.</param>
    /// <param name="form">How the rest is folded: <see cref="TermForm.Written"/> or <see cref="TermForm.Folded"/>.</param>
    /// <param name="options">Limits.</param>
    /// <exception cref="InvalidPatternException">The pattern is beyond a limit.</exception>
    public static TermAutomaton Wildcard(string pattern, TermForm form, AutomatonOptions options) =>
        Of(WildcardSyntax.Parse(Checked(pattern, options)), form, options);

    /// <summary>Terms that match a regular expression from their beginning to their end.</summary>
    /// <param name="pattern">
    /// Literals, <c>.</c>, classes with ranges and negation, <c>\d \w \s \D \W \S</c>, groups, <c>|</c>, <c>* + ? {n,m}</c>; <c>\</c>
    /// takes the meaning from a sign. No anchors, references or assertions.
    /// </param>
    /// <param name="form">How literals and classes are folded: <see cref="TermForm.Written"/> or <see cref="TermForm.Folded"/>.</param>
    /// <param name="options">Limits.</param>
    /// <exception cref="InvalidPatternException">It isn't one, or is beyond a limit.</exception>
    public static TermAutomaton Regex(string pattern, TermForm form, AutomatonOptions options) =>
        Of(RegexSyntax.Parse(Checked(pattern, options), options), form, options);

    /// <summary>Terms at most some edits from a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="maxEdits">0 to 2; adding, removing or replacing a code point, or swapping two neighbours, is one.</param>
    /// <param name="form">How the word is folded: <see cref="TermForm.Written"/> or <see cref="TermForm.Folded"/>.</param>
    /// <param name="options">Limits.</param>
    /// <param name="kept">Code points of the folded word that the terms begin with, unedited; 0 or more.</param>
    /// <exception cref="InvalidPatternException">The word is beyond a limit.</exception>
    public static TermAutomaton Fuzzy(string word, int maxEdits, TermForm form, AutomatonOptions options, int kept = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(kept);
        ArgumentOutOfRangeException.ThrowIfNegative(maxEdits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxEdits, 2);
        var folded = PatternFolding.Fold(Checked(word, options), form);
        var name = string.Create(CultureInfo.InvariantCulture, $"{folded}~{maxEdits}{(kept > 0 ? $"/{kept}" : "")}");
        if (maxEdits == 0)
        {
            var term = Encoding.UTF8.GetBytes(folded);
            return new TermAutomaton(name, () => new WordJudge(term));
        }

        return FuzzyWord.Of(folded, maxEdits, kept) is { } fuzzy
            ? new TermAutomaton(name, () => new FuzzyJudge(fuzzy))
            : new TermAutomaton(name, LevenshteinNfa.Build(folded, maxEdits, kept, options), filter: null, options);
    }

    /// <summary>Terms as written that, without their diacritics, begin like a text without its own: <c>jose</c> finds <c>joséphine</c>.</summary>
    /// <param name="prefix">The text; not divided into tokens.</param>
    /// <param name="options">Limits.</param>
    /// <exception cref="InvalidPatternException">The text is beyond a limit.</exception>
    public static TermAutomaton FoldedPrefix(string prefix, AutomatonOptions options)
    {
        var folded = PatternFolding.Fold(Checked(prefix, options), TermForm.Folded);
        return new TermAutomaton($"{folded}…", FoldedPrefixNfa.Build(folded, options), filter: null, options);
    }

    /// <inheritdoc/>
    public bool Equals(TermAutomaton? other) => other is not null && _name == other._name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TermAutomaton);

    /// <inheritdoc/>
    public override int GetHashCode() => _name.GetHashCode(StringComparison.Ordinal);

    /// <summary>The pattern as it is compared.</summary>
    public override string ToString() => _name;

    /// <summary>Judges terms, for one thread.</summary>
    internal TermJudge Judge() => _judge();

    private static TermAutomaton Of(PatternNode pattern, TermForm form, AutomatonOptions options)
    {
        var folded = PatternFolding.Fold(pattern, form);
        var builder = new NfaBuilder(options);
        var start = builder.Build(folded, Nfa.End);
        return new TermAutomaton($"/{folded}/", builder.ToNfa(start), PatternSketch.FilterOf(folded), options);
    }

    private static string Checked(string pattern, AutomatonOptions options) => pattern.Length <= options.MaxPatternLength
        ? pattern
        : throw new InvalidPatternException(string.Create(
            CultureInfo.InvariantCulture,
            $"The pattern is {pattern.Length:N0} characters long; {options.MaxPatternLength:N0} are the limit ({nameof(AutomatonOptions)}.{nameof(AutomatonOptions.MaxPatternLength)})."));
}
