using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SearchService.Ingestion;
using SearchService.Ingestion.Files;

namespace SearchService.Indexer.Building;

/// <summary>Tells whether a build would make the index that is there: the same files, settings and program.</summary>
/// <remarks>
/// Files of articles count by path, length and time of change, the small files (outlets, fields) and the parts of the
/// program by content.
/// </remarks>
internal static class InputFingerprint
{
    /// <summary>The property of a commit that holds it.</summary>
    public const string Property = "inputs";

    /// <summary>Computes it.</summary>
    /// <param name="files">Of articles.</param>
    /// <param name="options">Of reading.</param>
    /// <param name="settings">Paths of small files, or null where the built-in is used.</param>
    public static string Of(InputFiles files, ArticleSetOptions options, params ReadOnlySpan<string?> settings)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string path in Directory.GetFiles(AppContext.BaseDirectory, "SearchService.*.dll").Append(typeof(CommandLine).Assembly.Location).Order(StringComparer.Ordinal))
        {
            AddContent(hash, path);
        }

        foreach (string? path in settings)
        {
            if (path is null)
            {
                Add(hash, "built in");
            }
            else
            {
                AddContent(hash, path);
            }
        }

        Add(hash, string.Create(CultureInfo.InvariantCulture, $"{options.Earliest:O} {options.DaysAhead} {options.Limits}"));
        foreach (InputFile file in files.Files)
        {
            Add(hash, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFullPath(file.Path)} {file.Name} {file.LengthInBytes} {file.ModifiedUtc.Ticks}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private static void AddContent(IncrementalHash hash, string path) => Add(hash, Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))));

    private static void Add(IncrementalHash hash, string part)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(part));
        hash.AppendData([0]);
    }
}
