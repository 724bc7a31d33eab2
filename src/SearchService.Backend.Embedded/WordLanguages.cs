using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SearchService.Analysis;
using SearchService.Engine.Index;

namespace SearchService.Backend.Embedded;

/// <summary>The ways in which the documents of a snapshot make words of their texts: one, or one a language that it holds.</summary>
internal static class WordLanguages
{
    private static readonly ConditionalWeakTable<IndexSnapshot, StrongBox<ImmutableArray<TextAnalyzer>>> Known = [];

    /// <summary>The analyzers of a snapshot's articles, each once: that of articles without a language first, whether there are any or not.</summary>
    /// <param name="snapshot">Of articles, or of quotations.</param>
    internal static ImmutableArray<TextAnalyzer> Of(IndexSnapshot snapshot) => Known.GetValue(snapshot, Find).Value;

    private static StrongBox<ImmutableArray<TextAnalyzer>> Find(IndexSnapshot snapshot)
    {
        GlobalOrdinals languages = snapshot.Ordinals(snapshot.Schema.IndexOf("language"));
        IEnumerable<TextAnalyzer> analyzers = Enumerable.Range(0, languages.ValueCount).Select(ordinal => ArticleFields.AnalyzerOf(languages.Text(ordinal)));
        return new([ArticleFields.Analyzer, .. analyzers.Distinct().Where(analyzer => analyzer != ArticleFields.Analyzer)]);
    }
}
