using SearchService.Ingestion.Articles;

namespace SearchService.Ingestion.Readers.Feeds;

/// <summary>Completes addresses that a feed gives in part.</summary>
internal static class FeedAddress
{
    /// <summary>An address in full.</summary>
    /// <param name="given">As it stands there.</param>
    /// <param name="baseAddress">What it is relative to, or null.</param>
    /// <returns>The address; as it was given, where it is whole or can't be completed.</returns>
    public static string Complete(string given, string? baseAddress)
    {
        given = given.Trim();
        if (given.Length == 0 || HasScheme(given) || baseAddress is null || !WebAddress.TryRead(baseAddress, out _, out Uri? root))
        {
            return given;
        }

        // "example.org/a" on example.org only lacks its scheme; "a.html" is a page beside the base.
        return BeginsWithHost(given, root!) || !Uri.TryCreate(root, given, out Uri? whole) ? given : whole.AbsoluteUri;
    }

    /// <summary>Whether it is an address of the web, whole.</summary>
    public static bool IsWhole(string given) =>
        given.StartsWith("http", StringComparison.OrdinalIgnoreCase) && HasScheme(given) && WebAddress.TryRead(given, out _, out _);

    private static bool BeginsWithHost(string given, Uri root) =>
        given.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || (WebAddress.TryHost(given, out string host) && host == WebAddress.BareHost(root.Host) && given[0] is not ('/' or '.' or '?' or '#'));

    private static bool HasScheme(ReadOnlySpan<char> given)
    {
        int colon = given.IndexOf(':');
        return colon > 1 && given[..colon].IndexOfAnyExcept(Letters) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-");
}
