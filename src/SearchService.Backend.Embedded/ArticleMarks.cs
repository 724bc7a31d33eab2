using SearchService.Analysis;
using SearchService.Analysis.Passages;
using SearchService.Engine.Highlighting;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded;

/// <summary>Finds what a query matched in texts of articles, each read as its language is when it is indexed.</summary>
/// <param name="query">What was searched for.</param>
/// <param name="field">The text field the texts are of.</param>
internal sealed class ArticleMarks(Query query, int field)
{
    private readonly Dictionary<TextAnalyzer, Highlighter> _highlighters = [];

    /// <summary>Finds what the query matched.</summary>
    /// <param name="text">The article's text in the field.</param>
    /// <param name="language">The article's language, or null.</param>
    /// <param name="document">The number of the document in the snapshot that was searched, or null when the query holds no sets of documents.</param>
    /// <param name="marksOf">What is marked in the text for a set of documents; null for nothing.</param>
    internal TextMatches Find(string text, string? language, int? document = null, Func<DocumentSetQuery, IEnumerable<MatchSpan>>? marksOf = null)
    {
        TextAnalyzer analyzer = ArticleFields.AnalyzerOf(language);
        if (!_highlighters.TryGetValue(analyzer, out Highlighter? highlighter))
        {
            _highlighters.Add(analyzer, highlighter = new Highlighter(query, field, analyzer));
        }

        return highlighter.Find(text, document, marksOf);
    }
}
