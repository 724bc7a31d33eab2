using System.Globalization;

namespace SearchService.Backend.LuceneNet;

/// <summary>What a commit of Lucene's notes beside what the builder noted.</summary>
/// <remarks>Keys of ours begin with <c>lucene.</c>; all others are the builder's, and given back by it.</remarks>
internal static class CommitNotes
{
    /// <summary>The version of what is in the index and how; another one is refused.</summary>
    internal const int CurrentVersion = 1;

    /// <summary>The key of the version.</summary>
    internal const string Version = Own + "version";

    /// <summary>The key of the generation: Lucene's own number counts commits that failed, too.</summary>
    internal const string Generation = Own + "generation";

    /// <summary>The key of when it was committed: UTC, ISO 8601.</summary>
    internal const string Created = Own + "created";

    /// <summary>The key of the analyzer's name.</summary>
    internal const string Analyzer = Own + "analyzer";

    private const string Own = "lucene.";

    /// <summary>Whether a key is one of ours.</summary>
    internal static bool IsOwn(string key) => key.StartsWith(Own, StringComparison.Ordinal);

    /// <summary>The key of how many tokens a field has.</summary>
    internal static string TokensOf(string field) => $"{Own}tokens.{field}";

    /// <summary>A number that is noted.</summary>
    /// <exception cref="InvalidDataException">It isn't there, or no number.</exception>
    internal static long Number(IDictionary<string, string> notes, string key) =>
        notes.TryGetValue(key, out string? text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new InvalidDataException($"The commit has no number '{key}'. Build the index anew.");

    /// <summary>When it was committed, UTC.</summary>
    /// <exception cref="InvalidDataException">It isn't noted.</exception>
    internal static DateTimeOffset TimeOf(IDictionary<string, string> notes) =>
        notes.TryGetValue(Created, out string? text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTimeOffset time)
            ? time
            : throw new InvalidDataException("The commit doesn't say when it was made. Build the index anew.");
}
