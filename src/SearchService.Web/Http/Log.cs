namespace SearchService.Web.Http;

/// <summary>Every line the service logs of its own. Queries are readers' words and are not among them.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Request to {Path} failed.")]
    internal static partial void Failed(ILogger logger, Exception exception, string path);

    [LoggerMessage(5, LogLevel.Warning, "Request to {Path} wasn't answered: {Reason}")]
    internal static partial void Unavailable(ILogger logger, string path, string reason);

    [LoggerMessage(2, LogLevel.Information, "Serving {Articles} articles, generation {Generation}, of index '{Directory}'.")]
    internal static partial void Serving(ILogger logger, long articles, long generation, string directory);

    [LoggerMessage(3, LogLevel.Warning, "No index is served yet: {Reason}")]
    internal static partial void NoIndex(ILogger logger, string reason);

    [LoggerMessage(4, LogLevel.Warning, "The new generation can't be read; the one before is served on: {Reason}")]
    internal static partial void RefreshFailed(ILogger logger, string reason);
}
