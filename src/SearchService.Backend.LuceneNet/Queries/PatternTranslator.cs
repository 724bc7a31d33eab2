using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Lucene.Net.Search;
using Lucene.Net.Util.Automaton;
using SearchService.Analysis;
using SearchService.Analysis.Patterns;
using SearchService.Core.Queries;

namespace SearchService.Backend.LuceneNet.Queries;

/// <summary>Turns what stands for many words into a query of Lucene's.</summary>
/// <remarks>
/// Nothing is stemmed. As typed, a pattern is looked for among words as written; without its diacritics, among words as written and
/// without theirs: <c>krakow*</c> finds <c>Kraków</c>, and so does <c>kraków*</c>, which finds <c>Krakow</c> too.
/// </remarks>
internal static class PatternTranslator
{
    private static readonly ImmutableArray<TermForm> WrittenForm = [TermForm.Written];
    private static readonly ImmutableArray<TermForm> UnstemmedForms = [TermForm.Written, TermForm.Folded];

    /// <summary>Lucene's query for a pattern.</summary>
    /// <param name="pattern">A prefix, a pattern with wildcards, a fuzzy word or a regular expression.</param>
    /// <param name="field">The field of words.</param>
    /// <exception cref="InvalidPatternException">It isn't one, or is beyond a limit of <see cref="AutomatonOptions"/>.</exception>
    internal static Query Translate(QueryNode pattern, string field) => pattern switch
    {
        PrefixNode prefix => Prefix(field, prefix.Prefix),
        WildcardNode wildcard => Pattern(field, wildcard.Pattern, WildcardSyntax.Parse(Checked(wildcard.Pattern))),
        RegexNode regex => Pattern(field, regex.Pattern, RegexSyntax.Parse(Checked(regex.Pattern), AutomatonOptions.Default)),
        FuzzyNode fuzzy => Fuzzy(field, Checked(fuzzy.Text), fuzzy.Edits),
        _ => throw new NotSupportedException($"{pattern.GetType().Name} is no pattern."),
    };

    private static Query Prefix(string field, string prefix)
    {
        (byte[] written, byte[] folded) = TermNormalizer.FoldPrefix(prefix);
        PatternQuery asFolded = Of(field, prefix, UnstemmedForms, WordAutomata.Beginning(Encoding.UTF8.GetString(folded)));
        return written.AsSpan().SequenceEqual(folded) ? asFolded : LuceneQueries.AnyOf(Of(field, prefix, WrittenForm, WordAutomata.Beginning(Encoding.UTF8.GetString(written))), asFolded);
    }

    private static Query Pattern(string field, string text, PatternNode pattern)
    {
        PatternNode written = PatternFolding.Fold(pattern, TermForm.Written), folded = PatternFolding.Fold(pattern, TermForm.Folded);
        RequireStates(Math.Max(SizeOf(written), SizeOf(folded)));
        return Words(field, text, written.ToString() == folded.ToString() ? null : AutomatonOf(written), AutomatonOf(folded));
    }

    /// <summary>Words of one automaton as written, and of another as written or folded.</summary>
    private static Query Words(string field, string text, Automaton? written, Automaton folded)
    {
        PatternQuery query = Of(field, text, UnstemmedForms, folded);
        return written is null ? query : new ConstantScoreQuery(LuceneQueries.AnyOf(Of(field, text, WrittenForm, written), query));
    }

    /// <summary>
    /// The fewer edits, the higher the score: with two allowed, 1 for the word itself, 2/3 at one edit, 1/3 at two. Each number of edits adds its share.
    /// </summary>
    private static BooleanQuery Fuzzy(string field, string text, int maxEdits)
    {
        string written = PatternFolding.Fold(text, TermForm.Written), folded = PatternFolding.Fold(text, TermForm.Folded);
        BooleanQuery query = new(disableCoord: true);
        for (int edits = maxEdits; edits >= 0; edits--)
        {
            Query within = Words(field, text, written == folded ? null : WordAutomata.Near(written, edits), WordAutomata.Near(folded, edits));
            query.Add(new ConstantScoreQuery(within) { Boost = 1f / (maxEdits + 1) }, edits == maxEdits ? Occur.MUST : Occur.SHOULD);
        }

        return query;
    }

    private static PatternQuery Of(string field, string text, ImmutableArray<TermForm> forms, Automaton words) =>
        new(field, WordAutomata.Terms(forms, words), text);

    private static Automaton AutomatonOf(PatternNode node) => node switch
    {
        PatternNode.Literal literal => BasicAutomata.MakeString(literal.Text),
        PatternNode.OneOf set => AutomatonOf(set.IsNegated ? set.Characters.Complement() : set.Characters),
        PatternNode.Sequence sequence => BasicOperations.Concatenate([BasicAutomata.MakeEmptyString(), .. sequence.Parts.Select(AutomatonOf)]),
        PatternNode.Alternatives alternatives => BasicOperations.Union([.. alternatives.Parts.Select(AutomatonOf)]),
        PatternNode.Repeat { Max: { } max } repeat => BasicOperations.Repeat(AutomatonOf(repeat.Part), repeat.Min, max),
        PatternNode.Repeat repeat => BasicOperations.Repeat(AutomatonOf(repeat.Part), repeat.Min),
        _ => throw new NotSupportedException($"{node.GetType().Name} is no part of a pattern."),
    };

    private static Automaton AutomatonOf(CharacterSet set) =>
        set.IsEmpty ? BasicAutomata.MakeEmpty() : BasicOperations.Union([.. set.Ranges.Select(static range => BasicAutomata.MakeCharRange(range.First, range.Last))]);

    private static string Checked(string pattern) => pattern.Length <= AutomatonOptions.Default.MaxPatternLength
        ? pattern
        : throw new InvalidPatternException(string.Create(
            CultureInfo.InvariantCulture,
            $"The pattern is {pattern.Length:N0} characters long; {AutomatonOptions.Default.MaxPatternLength:N0} are the limit ({nameof(AutomatonOptions)}.{nameof(AutomatonOptions.MaxPatternLength)})."));

    /// <summary>About how many states the automaton of a pattern has before it is deterministic: Lucene copies a part for each of its repeats.</summary>
    private static double SizeOf(PatternNode node) => node switch
    {
        PatternNode.Literal literal => literal.Text.Length,
        PatternNode.Sequence sequence => sequence.Parts.Sum(SizeOf),
        PatternNode.Alternatives alternatives => alternatives.Parts.Sum(SizeOf),
        PatternNode.Repeat repeat => SizeOf(repeat.Part) * Math.Max(1, repeat.Max ?? repeat.Min),
        _ => 1,
    };

    private static void RequireStates(double states)
    {
        if (states > AutomatonOptions.Default.MaxStates)
        {
            throw new InvalidPatternException(string.Create(
                CultureInfo.InvariantCulture,
                $"The pattern needs more than {AutomatonOptions.Default.MaxStates:N0} states ({nameof(AutomatonOptions)}.{nameof(AutomatonOptions.MaxStates)}); shorten it or its repeats."));
        }
    }
}
