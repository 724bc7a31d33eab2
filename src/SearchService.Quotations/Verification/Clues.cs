using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Queries;

namespace SearchService.Quotations.Verification;

/// <summary>Makes the query for articles that may have something like a text: of its rarest words and pairs of neighbouring words, as many as possible.</summary>
internal static class Clues
{
    private const int LongestRun = 3;

    // What words tell by standing side by side, besides what each tells by being there.
    private const double TogetherBits = 5;

    /// <summary>Makes it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Words, pairs and triples, each.</param>
    /// <param name="field">A name of <see cref="QueryFields"/>.</param>
    /// <returns>Null when no article has any of the words.</returns>
    public static QueryNode? Of(VerifiedText text, int most, string field)
    {
        ImmutableArray<QueryClause> clauses =
        [
            .. Enumerable.Range(1, LongestRun).SelectMany(length => Rarest(text, length, most, field)).Select(static node => new QueryClause(ClauseKind.Should, node)),
        ];
        return clauses.IsEmpty ? null : new BooleanNode(0, text.Words.Text.Length, clauses);
    }

    private static IEnumerable<QueryNode> Rarest(VerifiedText text, int length, int most, string field)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        List<(double Bits, QueryNode Node)> runs = [];
        for (int first = 0; first + length <= text.Count; first++)
        {
            double sum = 0, least = double.MaxValue;
            for (int i = first; i < first + length; i++)
            {
                sum += Math.Max(0, text.BitsAt(i));
                least = Math.Min(least, text.BitsAt(i));
            }

            TextSpan span = text.Words.SpanOf(first, length);
            string words = text.Words.Text[span.Start..span.End];
            if ((length > 1 && least == WordRarity.Unknown) || !seen.Add(words))
            {
                continue;
            }

            // As written nobody may have a word, and yet in another inflection.
            QueryNode node = length == 1 ? new WordNode(0, words.Length, field, words) : new PhraseNode(0, words.Length, field, words);
            double tells = sum + (TogetherBits * (length - 1));
            runs.Add((sum, new BoostNode(0, words.Length, node, Math.Max(0.1, tells) / Math.Max(0.1, sum))));
        }

        return runs.OrderByDescending(static run => run.Bits).Take(most).Select(static run => run.Node);
    }
}
