using Lucene.Net.Analysis;

namespace SearchService.Backend.LuceneNet.Indexing;

/// <summary>What Lucene asks for texts it would analyse itself: none is, each brings its <see cref="TermStream"/>.</summary>
internal sealed class TermsOnly : Analyzer
{
    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
        throw new NotSupportedException($"Field '{fieldName}' has a text without its terms.");
}
