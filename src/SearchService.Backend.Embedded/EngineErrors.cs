using SearchService.Core.Indexes;
using SearchService.Engine.Storage;

namespace SearchService.Backend.Embedded;

/// <summary>The engine's errors as those of the seam.</summary>
internal static class EngineErrors
{
    /// <summary>Runs an action of the engine.</summary>
    /// <exception cref="IndexException">With the engine's exception inside.</exception>
    internal static T Translate<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (CorruptIndexException exception)
        {
            throw new IndexException("index_corrupt", exception.Message, exception);
        }
        catch (IndexFormatException exception)
        {
            throw new IndexException("index_format", exception.Message, exception);
        }
        catch (IndexLockedException exception)
        {
            throw new IndexException("index_locked", exception.Message, exception);
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or FileNotFoundException)
        {
            throw new IndexException("index_not_found", exception.Message, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IndexException("index_io", $"{exception.Message} {UnusableFolder.Advice}", exception);
        }
        catch (InvalidDataException exception)
        {
            throw new IndexException("index_corrupt", exception.Message, exception);
        }
    }
}
