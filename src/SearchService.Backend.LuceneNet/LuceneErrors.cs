using Lucene.Net.Index;
using Lucene.Net.Store;
using SearchService.Core.Indexes;

namespace SearchService.Backend.LuceneNet;

/// <summary>Lucene's errors as those of the seam.</summary>
internal static class LuceneErrors
{
    /// <summary>Runs an action of Lucene's.</summary>
    /// <exception cref="IndexException">With Lucene's exception inside.</exception>
    internal static T Translate<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (CodeOf(exception) is { } code)
        {
            throw new IndexException(code, exception.Message, exception);
        }
    }

    /// <summary>Whether an exception says that an index can't be read, whatever the reason.</summary>
    internal static bool IsOfIndex(Exception exception) => exception is IndexException || CodeOf(exception) is not null;

    // In this order: most are exceptions of input and output, too. What a damaged file makes Lucene do is of many kinds.
    private static string? CodeOf(Exception exception) => exception switch
    {
        IndexException or OperationCanceledException => null,
        IndexNotFoundException or DirectoryNotFoundException => "index_not_found",
        LockObtainFailedException => "index_locked",
        IndexFormatTooNewException or IndexFormatTooOldException => "index_format",
        CorruptIndexException or EndOfStreamException or InvalidDataException => "index_corrupt",
        FileNotFoundException => "index_corrupt", // named by a commit, and gone
        IOException or UnauthorizedAccessException => "index_io",
        _ => null,
    };
}
