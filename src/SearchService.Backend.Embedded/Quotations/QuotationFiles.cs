using System.Globalization;
using SearchService.Engine.Index;
using SearchService.Engine.Storage;

namespace SearchService.Backend.Embedded.Quotations;

/// <summary>Where the quotations of a generation are: beside the files of its articles, with names that begin with <c>quotations.GENERATION.</c></summary>
/// <remarks>
/// Those of a new generation are whole and durable before the articles' commit, which names them. So after a crash either manifest of
/// the articles leads to quotations that are there; what none names is deleted by the next writer, which holds the lock.
/// </remarks>
internal static class QuotationFiles
{
    /// <summary>The key of the articles' commit under which it names the quotations.</summary>
    internal const string Key = "embedded.quotations";

    private const string Beginning = "quotations.";

    /// <summary>What the names of a generation's files begin with.</summary>
    internal static string PrefixOf(long generation) => string.Create(CultureInfo.InvariantCulture, $"{Beginning}{generation}.");

    /// <summary>The quotations that a commit of articles names.</summary>
    /// <param name="directory">The index.</param>
    /// <param name="userData">Of the commit.</param>
    /// <exception cref="CorruptIndexException">It names none, or none that are there.</exception>
    internal static PrefixedDirectory Of(IIndexDirectory directory, IReadOnlyDictionary<string, string> userData)
    {
        if (!userData.TryGetValue(Key, out string? prefix) || !IsPrefix(prefix))
        {
            throw new CorruptIndexException($"{directory.Location}/manifest", -1, $"a value of '{Key}' that names the files of quotations");
        }

        PrefixedDirectory quotations = new(directory, prefix);
        return EngineIndex.Exists(quotations)
            ? quotations
            : throw new CorruptIndexException($"{directory.Location}/{prefix}manifest", -1, "a file that the index's manifest names");
    }

    /// <summary>Files of quotations that aren't a commit's.</summary>
    /// <param name="directory">The index.</param>
    /// <param name="prefix">What the names of the commit's begin with; null for none.</param>
    internal static IEnumerable<string> Strays(IIndexDirectory directory, string? prefix) =>
        directory.List().Where(name => PrefixIn(name) is { } own && own != prefix);

    /// <summary>Deletes the quotations of other generations, their manifest first: who finds none looks for a newer generation.</summary>
    /// <param name="directory">The index, whose lock the caller holds.</param>
    /// <param name="prefix">What the names of those that stay begin with; null for none.</param>
    internal static void DeleteOthers(IIndexDirectory directory, string? prefix)
    {
        foreach (IGrouping<string, string> generation in Strays(directory, prefix).GroupBy(name => PrefixIn(name)!, StringComparer.Ordinal))
        {
            PrefixedDirectory files = new(directory, generation.Key);
            files.Leases.Delete(files.List().OrderBy(static name => name != "manifest"), files);
        }
    }

    private static bool IsPrefix(string text) => PrefixIn(text) == text;

    private static string? PrefixIn(string name)
    {
        int dot = name.StartsWith(Beginning, StringComparison.Ordinal) ? name.IndexOf('.', Beginning.Length) : -1;
        return dot > Beginning.Length && name.AsSpan(Beginning.Length, dot - Beginning.Length).IndexOfAnyExceptInRange('0', '9') < 0 ? name[..(dot + 1)] : null;
    }
}
