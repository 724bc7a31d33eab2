using System.Security.Cryptography;
using System.Text;

namespace SearchService.Core.Articles;

/// <summary>Names a quotation in an archive: made of its article's id and the place of its words, so it stays as long as these do.</summary>
public static class QuotationId
{
    private const int LengthInBytes = 8;

    /// <summary>The id of a quotation.</summary>
    /// <param name="articleId">Of the article it stands in.</param>
    /// <param name="quote">The quotation.</param>
    /// <returns>16 hexadecimal digits.</returns>
    public static string Of(string articleId, Quote quote)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{articleId}\n{quote.Span.Start}"), hash);
        return Convert.ToHexStringLower(hash[..LengthInBytes]);
    }
}
