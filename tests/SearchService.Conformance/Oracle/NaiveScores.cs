using System.Numerics;
using SearchService.Analysis;
using SearchService.Core.Queries;

namespace SearchService.Conformance.Oracle;

/// <summary>BM25 by its formula, over lists.</summary>
/// <remarks>
/// <para>idf · tf / (tf + k1 · (1 − b + b · dl / avgdl)) with k1 = 1.2, b = 0.75, idf = ln(1 + (N − n + ½) / (n + ½)); N documents have the field, n of them
/// the word, avgdl is the mean of their lengths, dl the length as a norm of one byte has it. A word in the headline counts twice; a sloppy phrase and
/// what is near by 1 / (1 + slack) an occurrence; a pattern 1, a fuzzy word a share less for each edit; an article as much as its best quotation.</para>
/// <para>Not a number where nothing is promised: of what only filters, of names, and of words of several parts that have other spellings.</para>
/// </remarks>
internal sealed class NaiveScores
{
    private const double K1 = 1.2, B = 0.75, TitleBoost = 2;
    private readonly NaiveArchive _archive;
    private readonly NaiveStatistics _articles, _quotations;

    /// <param name="archive">Says where words are.</param>
    internal NaiveScores(NaiveArchive archive) =>
        (_archive, _articles, _quotations) = (archive, new NaiveStatistics(archive.Documents, archive.Vocabulary), new NaiveStatistics(archive.Quotations, archive.Vocabulary));

    /// <summary>The score of an article, or a quotation, that a tree is true of.</summary>
    internal double Of(QueryNode node, NaiveDocument document)
    {
        NaiveReading reading = new(node);
        if (document.Quote is null && reading.IsOfOneQuotation)
        {
            // Math.Max, as that of a sequence passes over what is no number.
            return document.Quotations.Where(quotation => _archive.Holds(node, quotation)).Select(quotation => Of(node, quotation)).Aggregate(Math.Max);
        }

        if (document.Quote is not null && (QuotationParts.AsksForArticle(node) || node is WildcardNode { Pattern: "*" }))
        {
            return 0;
        }

        return (document.Quote is null ? reading.OfArticle : reading.OfQuotation) switch
        {
            BoostNode boost => boost.Factor * Of(boost.Child, document),
            BooleanNode boolean => OfClauses(boolean, document),
            PrefixNode prefix when TermNormalizer.FoldPrefix(prefix.Prefix) is var forms && !forms.Written.AsSpan().SequenceEqual(forms.Folded) => double.NaN,
            FuzzyNode fuzzy => Enumerable.Range(0, fuzzy.Edits + 1).Sum(edits => InTexts(reading.Field, document, text => Has(fuzzy with { Edits = edits }, document, text) ? 1 : 0)) / (fuzzy.Edits + 1.0),
            PrefixNode or WildcardNode or RegexNode or RangeNode => InTexts(reading.Field, document, text => Has(node, document, text) ? 1 : 0),
            WordNode or PhraseNode or NearNode => InTexts(reading.Field, document, text => OfPlaces(reading.OfQuotation, document, text)),
            _ => double.NaN,
        };
    }

    /// <summary>A length as its norm has it: to 39 exactly, then to the four highest bits of what is beyond 24.</summary>
    internal static int AsNorm(int length)
    {
        int beyond = length - 24, low = Math.Max(0, BitOperations.Log2((uint)Math.Max(1, beyond)) - 3);
        return length < 24 ? length : 24 + (beyond >> low << low);
    }

    private static double InTexts(string field, NaiveDocument document, Func<string, double> score) =>
        field is QueryFields.Text or QueryFields.Title || (field == QueryFields.Said && document.Quote is not null)
            ? NaiveDocument.TextsOf(field).Sum(text => score(text) * (field == QueryFields.Text && text == QueryFields.Title ? TitleBoost : 1))
            : double.NaN;

    private static bool OnlyFilters(QueryNode node) => node is ValueNode or DateNode or MissingNode or RangeNode or AllNode;

    private bool Has(QueryNode node, NaiveDocument document, string text) => _archive.Places.Of(node, document[text], document.Analyzer).Any();

    private double OfClauses(BooleanNode node, NaiveDocument document) => node.Clauses
        .Where(clause => clause.Kind != ClauseKind.MustNot && !(clause.Kind == ClauseKind.Must && OnlyFilters(clause.Node)))
        .Sum(clause => _archive.Holds(clause.Node, document) ? Of(clause.Node, document) : 0);

    private double OfPlaces(QueryNode node, NaiveDocument document, string field)
    {
        NaiveStatistics statistics = document.Quote is null ? _articles : _quotations;
        NaiveText text = document[field];
        if (node is WordNode { Verbatim: false } word && statistics.TermsOf(word, field) is { } terms)
        {
            double idf = statistics.Idf(field, terms.Frequency);
            return terms.Terms.Sum(term => Score(idf, text.Words.Count(number => NaiveStatistics.TermOf(_archive.Vocabulary.Words[number], term.Form) == term.Text)));
        }

        double frequency = _archive.Places.Of(node, text, document.Analyzer).Sum(static place => 1.0 / (1 + place.Slack));
        return frequency == 0 ? 0 : Score(Weight(node), frequency);

        double Score(double weight, double frequency) =>
            frequency == 0 ? 0 : weight * frequency / (frequency + (K1 * (1 - B + (B * AsNorm(text.Words.Length) / statistics.AverageLength(field)))));

        // What stands for the idf: of a phrase the sum of its words', of alternatives the largest, of what is near the sum of both sides.
        double Weight(QueryNode part) => part switch
        {
            BoostNode boost => boost.Factor * Weight(boost.Child),
            NearNode near => Weight(near.Left) + Weight(near.Right),
            BooleanNode boolean => boolean.Clauses.Max(clause => Weight(clause.Node)),
            PrefixNode or WildcardNode or RegexNode or FuzzyNode => 1,
            PhraseNode phrase => Sum(NaiveForm.Written, phrase.Text),
            WordNode { Verbatim: true } verbatim => Sum(NaiveForm.Written, verbatim.Text),
            WordNode single when statistics.TermsOf(single, field) is { } one => statistics.Idf(field, one.Frequency),
            WordNode { Variants.IsEmpty: true } several => Sum(NaiveForm.Word, several.Text),
            _ => double.NaN,
        };

        double Sum(NaiveForm form, string words) => NaiveVocabulary.Tokens(words, document.Analyzer)
            .Sum(token => statistics.Idf(field, statistics.DocumentsWith(field, new NaiveTerm(form, NaiveStatistics.TermOf(token.Word, form)!))));
    }
}
