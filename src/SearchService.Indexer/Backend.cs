using SearchService.Backend.Embedded;
using SearchService.Core.Indexes;

namespace SearchService.Indexer;

/// <summary>The one place where the command line chooses its backend.</summary>
internal static class Backend
{
    /// <summary>Opens an index for searching.</summary>
    /// <exception cref="IndexException">There is none that can be opened.</exception>
    public static IArticleIndex OpenIndex(string directory) => EmbeddedBackend.OpenIndex(directory);

    /// <summary>Begins a generation that replaces the one there is.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="merge">Whether all of it is merged at the end.</param>
    /// <exception cref="IndexException">Another writer is at work, or the folder can't be written.</exception>
    public static IArticleIndexWriter OpenWriter(string directory, bool merge) => EmbeddedBackend.OpenWriter(directory, intoOneSegment: merge);

    /// <summary>Compares everything in an index with what it promises.</summary>
    /// <exception cref="IndexException">There is no index.</exception>
    public static IndexCheck Check(string directory, CancellationToken cancellationToken) => EmbeddedInspection.Check(directory, cancellationToken);

    /// <summary>Segments and fields, a line each.</summary>
    public static IEnumerable<string> Overview(string directory) => EmbeddedInspection.Overview(directory);

    /// <summary>Terms of a field, a line each.</summary>
    /// <exception cref="ArgumentException">There is no such field or form.</exception>
    public static IEnumerable<string> Terms(string directory, string field, string form, string prefix) =>
        EmbeddedInspection.Terms(directory, field, form, prefix);

    /// <summary>Documents and positions of a term, a line each.</summary>
    /// <exception cref="ArgumentException">There is no such field or form.</exception>
    public static IEnumerable<string> Postings(string directory, string field, string form, string term) =>
        EmbeddedInspection.Postings(directory, field, form, term);
}
