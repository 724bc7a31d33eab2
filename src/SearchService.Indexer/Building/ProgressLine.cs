using System.Diagnostics;
using System.Globalization;
using SearchService.Ingestion;

namespace SearchService.Indexer.Building;

/// <summary>Says how far reading has come, how fast it goes and how long it will take, by the bytes read of all bytes.</summary>
/// <remarks>One line that changes on a terminal, a line every few seconds elsewhere, and none for what is done at once.</remarks>
internal sealed class ProgressLine(Terminal terminal, ReadProgress progress) : IDisposable
{
    private static readonly TimeSpan TerminalPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PlainPause = TimeSpan.FromSeconds(5);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _next = terminal.ErrorIsTerminal ? TerminalPause : PlainPause;
    private int _shown;

    /// <summary>How long it has taken.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>Called at every article; writes when it is time.</summary>
    /// <param name="articles">Taken so far.</param>
    public void Tell(long articles)
    {
        TimeSpan elapsed = _clock.Elapsed;
        if (elapsed < _next)
        {
            return;
        }

        _next = elapsed + (terminal.ErrorIsTerminal ? TerminalPause : PlainPause);
        Show(Describe(articles, elapsed, progress.BytesRead, progress.TotalBytes));
    }

    /// <summary>Writes a line of its own.</summary>
    /// <param name="text">One line.</param>
    public void Say(string text)
    {
        Clear();
        terminal.Error.WriteLine(text);
    }

    /// <summary>Takes the line off the terminal.</summary>
    public void Dispose() => Clear();

    /// <summary>What the line says.</summary>
    /// <param name="articles">Taken so far.</param>
    /// <param name="elapsed">Since the beginning.</param>
    /// <param name="bytesRead">Of the files.</param>
    /// <param name="totalBytes">Of the files.</param>
    internal static string Describe(long articles, TimeSpan elapsed, long bytesRead, long totalBytes)
    {
        double seconds = Math.Max(0.001, elapsed.TotalSeconds);
        double part = totalBytes > 0 ? Math.Min(1, (double)bytesRead / totalBytes) : 0;
        string left = part > 0 ? $", {Time(TimeSpan.FromSeconds(seconds * (1 - part) / part))} left" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{part * 100:0} % · {articles:N0} articles · {articles / seconds:N0} a second · {bytesRead / seconds / 1e6:0.0} MB/s{left}");
    }

    /// <summary>A time as people say it: <c>0:07</c>, <c>12:40</c>, <c>1:05:00</c>.</summary>
    internal static string Time(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}");

    private void Show(string text)
    {
        if (!terminal.ErrorIsTerminal)
        {
            terminal.Error.WriteLine(text);
            return;
        }

        terminal.Error.Write("\r" + text.PadRight(_shown));
        _shown = text.Length;
    }

    private void Clear()
    {
        if (_shown > 0)
        {
            terminal.Error.Write("\r" + new string(' ', _shown) + "\r");
            _shown = 0;
        }
    }
}
