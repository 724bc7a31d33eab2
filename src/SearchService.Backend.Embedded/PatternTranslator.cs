using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Analysis.Patterns;
using SearchService.Core.Queries;
using SearchService.Engine.Automata;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded;

/// <summary>Turns what stands for many words into a query of the engine.</summary>
/// <remarks>
/// Nothing is stemmed. As typed, a pattern is looked for among words as written; without its diacritics, among words as written and
/// without theirs: <c>krakow*</c> finds <c>Kraków</c>, and so does <c>kraków*</c>, which finds <c>Krakow</c> too.
/// </remarks>
internal static class PatternTranslator
{
    private static readonly ImmutableArray<TermForm> WrittenForm = [TermForm.Written];
    private static readonly ImmutableArray<TermForm> UnstemmedForms = [TermForm.Written, TermForm.Folded];

    /// <summary>The engine's query for a pattern.</summary>
    /// <param name="pattern">A prefix, a pattern with wildcards, a fuzzy word or a regular expression.</param>
    /// <param name="field">The number of the text field.</param>
    /// <exception cref="InvalidPatternException">It isn't one, or is beyond a limit of <see cref="AutomatonOptions"/>.</exception>
    internal static Query Translate(QueryNode pattern, int field) => pattern switch
    {
        PrefixNode prefix => Prefix(field, prefix.Prefix),
        WildcardNode wildcard => Automaton(field, form => TermAutomaton.Wildcard(wildcard.Pattern, form, AutomatonOptions.Default)),
        RegexNode regex => Automaton(field, form => TermAutomaton.Regex(regex.Pattern, form, AutomatonOptions.Default)),
        FuzzyNode fuzzy => Fuzzy(field, fuzzy.Text, fuzzy.Edits),
        _ => throw new NotSupportedException($"{pattern.GetType().Name} is no pattern."),
    };

    private static Query Prefix(int field, string prefix)
    {
        (byte[] written, byte[] folded) = TermNormalizer.FoldPrefix(prefix);
        return written.AsSpan().SequenceEqual(folded)
            ? new PrefixQuery(field, UnstemmedForms, written)
            : BooleanQuery.AnyOf(new PrefixQuery(field, WrittenForm, written), new PrefixQuery(field, UnstemmedForms, folded));
    }

    private static Query Automaton(int field, Func<TermForm, TermAutomaton> make)
    {
        TermAutomaton written = make(TermForm.Written);
        TermAutomaton folded = make(TermForm.Folded);
        AutomatonQuery query = new(field, UnstemmedForms, folded);
        return written.Equals(folded) ? query : new ConstantQuery(BooleanQuery.AnyOf(new AutomatonQuery(field, WrittenForm, written), query));
    }

    /// <summary>
    /// The fewer edits, the higher the score: with two allowed, 1 for the word itself, 2/3 at one edit, 1/3 at two. Each
    /// number of edits adds its share; all but the largest only where there is ranking.
    /// </summary>
    private static BooleanQuery Fuzzy(int field, string text, int maxEdits)
    {
        double share = 1.0 / (maxEdits + 1);
        return new BooleanQuery(
        [
            .. Enumerable.Range(0, maxEdits + 1).Reverse().Select(edits => new BooleanClause(
                new ConstantQuery(Automaton(field, form => TermAutomaton.Fuzzy(text, edits, form, AutomatonOptions.Default)), share),
                edits == maxEdits ? Occur.Must : Occur.Should)),
        ]);
    }
}
