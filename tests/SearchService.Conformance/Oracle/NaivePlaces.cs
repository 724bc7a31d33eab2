using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using SearchService.Analysis;
using SearchService.Core.Queries;
using SearchService.TestSupport;

namespace SearchService.Conformance.Oracle;

/// <summary>Where words, phrases, patterns and what is near stand in a text, by looking at each word of it.</summary>
/// <param name="vocabulary">Of the texts.</param>
internal sealed class NaivePlaces(NaiveVocabulary vocabulary)
{
    private readonly ConditionalWeakTable<QueryNode, Dictionary<TextAnalyzer, ImmutableArray<NaiveSequence>>> _sequences = [];

    /// <summary>All places of a part of a query in a text.</summary>
    /// <param name="node">A word, phrase or pattern, alternatives of those, or what is near.</param>
    /// <param name="text">Of any field.</param>
    /// <param name="analyzer">That it was read with.</param>
    internal IEnumerable<NaivePlace> Of(QueryNode node, NaiveText text, TextAnalyzer analyzer) => node switch
    {
        BoostNode boost => Of(boost.Child, text, analyzer),
        BooleanNode boolean => boolean.Clauses.SelectMany(clause => Of(clause.Node, text, analyzer)),
        NearNode near => Of(near.Left, text, analyzer).ToList() is { Count: > 0 } left ? Near(near, left, [.. Of(near.Right, text, analyzer)]) : [],
        _ => text.Words.Length == 0 ? [] : Sequences(node, analyzer).SelectMany(sequence => sequence.In(text)),
    };

    /// <summary>The words of a query, as a text of the field would have them.</summary>
    internal static NaiveWord[] Read(string field, string text, TextAnalyzer analyzer) =>
        [.. NaiveVocabulary.Tokens(IsOfName(field) ? text.Replace('_', ' ') : text, analyzer).Select(static token => token.Word)];

    /// <summary>Pairs that overlap nowhere and have few enough words between, whose reach has no smaller one inside.</summary>
    private static IEnumerable<NaivePlace> Near(NearNode near, List<NaivePlace> left, List<NaivePlace> right)
    {
        List<NaivePlace> pairs = [];
        foreach (NaivePlace l in left)
        {
            foreach (NaivePlace r in right)
            {
                int between = l.End <= r.Start ? r.Start - l.End : r.End <= l.Start && !near.Ordered ? l.Start - r.End : -1;
                if (between >= 0 && between <= near.Distance)
                {
                    pairs.Add(new NaivePlace(Math.Min(l.Start, r.Start), Math.Max(l.End, r.End), between, [.. l.Marks, .. r.Marks]));
                }
            }
        }

        int nearestEnd = int.MaxValue;
        foreach (IGrouping<(int Start, int End), NaivePlace> reach in pairs.GroupBy(static pair => (pair.Start, pair.End)).OrderByDescending(static reach => reach.Key.Start).ThenBy(static reach => reach.Key.End))
        {
            if (reach.Key.End < nearestEnd)
            {
                nearestEnd = reach.Key.End;
                yield return new NaivePlace(reach.Key.Start, reach.Key.End, reach.Min(static pair => pair.Slack), [.. reach.SelectMany(static pair => pair.Marks).Distinct()]);
            }
        }
    }

    private ImmutableArray<NaiveSequence> Sequences(QueryNode node, TextAnalyzer analyzer)
    {
        Dictionary<TextAnalyzer, ImmutableArray<NaiveSequence>> known = _sequences.GetOrCreateValue(node);
        if (!known.TryGetValue(analyzer, out ImmutableArray<NaiveSequence> sequences))
        {
            known.Add(analyzer, sequences = Make(node, analyzer));
        }

        return sequences;
    }

    private ImmutableArray<NaiveSequence> Make(QueryNode node, TextAnalyzer analyzer) => node switch
    {
        WordNode { Verbatim: true } word => [Words(Read(word.Field, word.Text, analyzer), IsWritten)],
        WordNode word => [.. word.Variants.Prepend(word.Text).Select(text => Read(word.Field, text, analyzer)).Select(words =>
            Words(words, IsOfName(word.Field) ? IsInName : words.Length == 1 ? IsWord : static (word, wanted) => word.Word == wanted.Word))],
        PhraseNode phrase => [Words(Read(phrase.Field, phrase.Text, analyzer), IsWritten, phrase.Slop)],
        PrefixNode prefix => [Pattern(prefix.Prefix, static (prefix, word) => word.StartsWith(prefix, StringComparison.Ordinal))],
        WildcardNode wildcard => [Pattern(wildcard.Pattern, NaivePatterns.FitsWildcards)],
        FuzzyNode fuzzy => [Pattern(fuzzy.Text, (wanted, word) => Math.Abs(wanted.Length - word.Length) <= 2 * fuzzy.Edits && NaivePatterns.Distance(wanted, word) <= fuzzy.Edits)],
        RegexNode regex => [Regular(regex.Pattern)],
        RangeNode range => [new NaiveSequence(vocabulary, [word => IsWithin(range, word.Written)], 0)],
        _ => throw new NotSupportedException($"{node.GetType().Name} has no places in a text."),
    };

    /// <summary>Whether a field has names, of which nothing is stemmed.</summary>
    internal static bool IsOfName(string field) => field is QueryFields.Author or QueryFields.Source or QueryFields.Topic or QueryFields.Speaker;

    /// <summary>Whether a word is an inflection of another, or that word itself where it was typed without accents.</summary>
    private static bool IsWord(NaiveWord word, NaiveWord wanted) => word.Word == wanted.Word || (wanted.Written == wanted.Folded && word.Folded == wanted.Written);

    /// <summary>Whether a word of a name is one that was typed: in names nothing is stemmed, and accents need not be typed.</summary>
    private static bool IsInName(NaiveWord word, NaiveWord wanted) => word.Written == wanted.Written || word.Folded == wanted.Folded;

    private static bool IsWritten(NaiveWord word, NaiveWord wanted) => word.Written == wanted.Written;

    private static bool IsWithin(RangeNode range, string word) =>
        (range.Lower is null || Compare(word, range.Lower) >= (range.IncludeLower ? 0 : 1))
        && (range.Upper is null || Compare(word, range.Upper) <= (range.IncludeUpper ? 0 : -1));

    private static int Compare(string word, string bound) =>
        Math.Sign(Encoding.UTF8.GetBytes(word).AsSpan().SequenceCompareTo(TermNormalizer.FoldPrefix(bound).Written));

    private NaiveSequence Words(NaiveWord[] wanted, Func<NaiveWord, NaiveWord, bool> fits, int slop = 0) =>
        new(vocabulary, [.. wanted.Select(each => (Func<NaiveWord, bool>)(word => fits(word, each)))], slop);

    private NaiveSequence Regular(string pattern)
    {
        Dictionary<string, Regex> made = new(StringComparer.Ordinal);
        return Pattern(pattern, (folded, word) =>
        {
            if (!made.TryGetValue(folded, out Regex? regex))
            {
                made.Add(folded, regex = new Regex($@"\A(?:{folded})\z", RegexOptions.NonBacktracking));
            }

            return regex.IsMatch(word);
        });
    }

    /// <summary>As typed, a pattern is looked for among words as written; without its diacritics, among words as written and without theirs.</summary>
    private NaiveSequence Pattern(string pattern, Func<string, string, bool> fits)
    {
        (byte[] written, byte[] folded) = TermNormalizer.FoldPrefix(pattern);
        (string asWritten, string asFolded) = (Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(folded));
        return new NaiveSequence(vocabulary, [Fits], 0);

        bool Fits(NaiveWord word) =>
            fits(asWritten, word.Written)
            || (asFolded != asWritten && fits(asFolded, word.Written))
            || (word.Folded != word.Written && fits(asFolded, word.Folded));
    }
}
