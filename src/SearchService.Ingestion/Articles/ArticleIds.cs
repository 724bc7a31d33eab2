using System.Security.Cryptography;
using System.Text;

namespace SearchService.Ingestion.Articles;

/// <summary>Ids for articles that bring none: the same for the same article at every build.</summary>
/// <remarks>The first 96 bits of a SHA-256, in hexadecimal. A million articles share one with a chance of about 10⁻¹⁷.</remarks>
internal static class ArticleIds
{
    /// <summary>From the address.</summary>
    public static string OfUrl(Uri url) => Hash("url", WebAddress.Canonical(url));

    /// <summary>From what else is known; from the text too where title, or both source and date, are missing.</summary>
    public static string OfContent(string? source, string title, string? date, string text)
    {
        bool tellsApart = title.Length > 0 && (source is not null || date is not null);
        return Hash("content", source ?? "", title, date ?? "", tellsApart ? "" : text);
    }

    private static string Hash(params ReadOnlySpan<string> parts)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));
    }
}
