using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace SearchService.Backend.LuceneNet.Archive;

/// <summary>Lucene's searcher for one search, which tells queries whether it was ended.</summary>
/// <remarks>Whoever collects documents can look for that with each one found; a query that reads much to find nothing has to look itself.</remarks>
internal sealed class ArchiveSearcher : IndexSearcher
{
    /// <summary>Makes one: it costs next to nothing.</summary>
    /// <param name="reader">What is searched.</param>
    /// <param name="similarity">Scores by it.</param>
    /// <param name="cancellation">Ends the search early.</param>
    internal ArchiveSearcher(IndexReader reader, Similarity similarity, CancellationToken cancellation)
        : base(reader)
    {
        Similarity = similarity;
        Cancellation = cancellation;
    }

    /// <summary>Gets what ends the search early.</summary>
    internal CancellationToken Cancellation { get; }
}
