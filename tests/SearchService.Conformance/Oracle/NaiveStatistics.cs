using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Core.Queries;

namespace SearchService.Conformance.Oracle;

/// <summary>A form of a word.</summary>
internal enum NaiveForm
{
    Written,
    Folded,
    Word,
}

/// <summary>A word in one of its forms.</summary>
internal readonly record struct NaiveTerm(NaiveForm Form, string Text);

/// <summary>How many documents have a word, by counting.</summary>
/// <remarks>
/// What a word is called in the several languages of an archive is one word, and so are the spellings of a name: their numbers are added up. A word
/// typed without accents is also looked for in texts that have them, where a language has endings with accents.
/// </remarks>
/// <param name="documents">All articles, or all quotations.</param>
/// <param name="vocabulary">Of their texts.</param>
internal sealed class NaiveStatistics(ImmutableArray<NaiveDocument> documents, NaiveVocabulary vocabulary)
{
    private readonly Dictionary<string, Dictionary<NaiveTerm, long>> _frequencies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Documents, double AverageLength)> _fields = new(StringComparer.Ordinal);
    private readonly TextAnalyzer[] _analyzers =
        [TextAnalyzer.ByLanguage, .. documents.Select(static document => document.Analyzer).Distinct().Where(static analyzer => analyzer != TextAnalyzer.ByLanguage)];

    internal double Idf(string field, long having) => Math.Log(1 + ((Field(field).Documents - having + 0.5) / (having + 0.5)));

    internal double AverageLength(string field) => Field(field).AverageLength;

    /// <summary>A form of a word; null where it has none of its own: without diacritics it is as written.</summary>
    internal static string? TermOf(NaiveWord word, NaiveForm form) => form switch
    {
        NaiveForm.Written => word.Written,
        NaiveForm.Folded => word.Folded == word.Written ? null : word.Folded,
        _ => word.Word,
    };

    internal long DocumentsWith(string field, NaiveTerm term)
    {
        if (!_frequencies.TryGetValue(field, out Dictionary<NaiveTerm, long>? frequencies))
        {
            IEnumerable<NaiveTerm> each = documents.SelectMany(document => document[field].Words.Distinct().SelectMany(word => TermsOf(vocabulary.Words[word])).Distinct());
            _frequencies.Add(field, frequencies = each.CountBy(static one => one).ToDictionary(static pair => pair.Key, static pair => (long)pair.Value));
        }

        return frequencies.GetValueOrDefault(term);
    }

    /// <summary>What a plain word is looked for as, and how many documents have any of it; null when it has several parts.</summary>
    internal (HashSet<NaiveTerm> Terms, long Frequency)? TermsOf(WordNode word, string field)
    {
        HashSet<NaiveTerm> all = [];
        long sum = 0;
        foreach (string spelling in word.Variants.Prepend(word.Text))
        {
            if (NaiveVocabulary.Tokens(spelling, TextAnalyzer.ByLanguage).Count() != 1)
            {
                return null;
            }

            (HashSet<NaiveTerm> terms, long frequency) = TermsOf(spelling, field);
            if (!terms.IsSubsetOf(all))
            {
                sum += frequency;
                all.UnionWith(terms);
            }
        }

        return (all, Math.Min(sum, documents.Length));
    }

    private static IEnumerable<NaiveTerm> TermsOf(NaiveWord word) =>
        from form in Enum.GetValues<NaiveForm>()
        let text = TermOf(word, form)
        where text is not null
        select new NaiveTerm(form, text);

    private (HashSet<NaiveTerm> Terms, long Frequency) TermsOf(string spelling, string field)
    {
        NaiveTerm[] inLanguages = [.. _analyzers.Select(analyzer => new NaiveTerm(NaiveForm.Word, NaiveVocabulary.Tokens(spelling, analyzer).First().Word.Word)).Distinct()];
        HashSet<NaiveTerm> terms = [.. inLanguages.Where(term => DocumentsWith(field, term) > 0)];
        long frequency = terms.Sum(term => DocumentsWith(field, term));
        NaiveWord typed = NaiveVocabulary.Tokens(spelling, TextAnalyzer.ByLanguage).First().Word;
        NaiveTerm unaccented = new(NaiveForm.Folded, typed.Written);
        if (typed.Written == typed.Folded && _analyzers.Any(static analyzer => analyzer.HasAccentedEndings) && DocumentsWith(field, unaccented) is > 0 and long having)
        {
            terms.Add(unaccented);
            frequency = Math.Max(frequency, having);
        }

        return (terms, frequency);
    }

    private (long Documents, double AverageLength) Field(string field)
    {
        if (!_fields.TryGetValue(field, out (long, double) known))
        {
            int[] lengths = [.. documents.Select(document => document[field].Words.Length).Where(static length => length > 0)];
            _fields.Add(field, known = (lengths.Length, lengths.DefaultIfEmpty(1).Average()));
        }

        return known;
    }
}
