using Microsoft.Extensions.Logging;

namespace SearchService.Web.Tests;

/// <summary>What a service logs, with the exceptions that it would print, and who waits for it.</summary>
internal sealed class LoggedLines : ILoggerProvider, ILogger
{
    private readonly Lock _adding = new();
    private readonly List<string> _lines = [];
    private readonly List<(string Text, TaskCompletionSource<string> Found)> _awaited = [];

    /// <summary>Gets all so far.</summary>
    internal IReadOnlyList<string> Lines
    {
        get
        {
            lock (_adding)
            {
                return [.. _lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        string line = exception is null ? formatter(state, exception) : $"{formatter(state, exception)}\n{exception}";
        lock (_adding)
        {
            _lines.Add(line);
            _awaited.FindAll(awaited => line.Contains(awaited.Text, StringComparison.Ordinal)).ForEach(awaited => awaited.Found.TrySetResult(line));
        }
    }

    /// <summary>The first line that has a text, as soon as there is one.</summary>
    internal Task<string> FirstWithAsync(string text)
    {
        lock (_adding)
        {
            TaskCompletionSource<string> found = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((text, found));
            if (_lines.Find(line => line.Contains(text, StringComparison.Ordinal)) is { } line)
            {
                found.SetResult(line);
            }

            return found.Task;
        }
    }

    public void Dispose()
    {
        // What was logged is asked for afterwards.
    }
}
