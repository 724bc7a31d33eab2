using Lucene.Net.Index;
using Lucene.Net.Store;
using SearchService.Core.Indexes;

namespace SearchService.Backend.LuceneNet;

/// <summary>Lucene's errors as those of the seam.</summary>
internal static class LuceneErrors
{
    private const string Corrupt = "index_corrupt";

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
            throw new IndexException(code, code == "index_io" ? $"{exception.Message} {UnusableFolder.Advice}" : exception.Message, exception);
        }
    }

    /// <summary>Reads an index, so that damage is told with its folder and what to do.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="action">Reads it.</param>
    /// <exception cref="CorruptIndexException">It is damaged, whatever that made Lucene throw.</exception>
    internal static T Reading<T>(string directory, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (CodeOf(exception) == Corrupt)
        {
            throw new CorruptIndexException(
                $"The index in '{directory}' is damaged: {exception.Message.TrimEnd('.')}. Run 'indexer check' to see what else is affected, then rebuild the index or restore it from a copy.",
                exception);
        }
    }

    // In this order: most are exceptions of input and output, too. What a damaged file makes Lucene do is of many kinds.
    private static string? CodeOf(Exception exception) => exception switch
    {
        IndexException or OperationCanceledException => null,
        IndexNotFoundException or DirectoryNotFoundException => "index_not_found",
        LockObtainFailedException => "index_locked",
        IndexFormatTooNewException or IndexFormatTooOldException => "index_format",
        CorruptIndexException or EndOfStreamException or InvalidDataException => Corrupt,
        FileNotFoundException => Corrupt, // named by a commit, and gone
        IOException or UnauthorizedAccessException => "index_io",
        _ => null,
    };
}
