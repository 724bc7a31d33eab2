using System.Buffers.Text;
using System.Security.Cryptography;

namespace SearchService.Analysis;

/// <summary>Keeps terms within the length a term dictionary takes, equal terms equal and different ones different.</summary>
/// <remarks>
/// A term longer than <see cref="MaxLength"/> bytes keeps its first bytes, up to <see cref="KeptLength"/> and cut between two
/// characters, and ends with 16 base64url letters of the SHA-256 hash of the whole, that is 96 bits of it. The result is UTF-8.
/// </remarks>
public static class LongTerms
{
    /// <summary>The length of the longest term, in bytes.</summary>
    public const int MaxLength = 255;

    private const int SuffixLength = 16;
    private const int KeptLength = MaxLength - SuffixLength;
    private const int HashedBytes = 12;

    /// <summary>Shortens a term that is longer than <see cref="MaxLength"/>.</summary>
    /// <param name="term">UTF-8, of any length.</param>
    /// <param name="room">Room for <see cref="MaxLength"/> bytes; used when the term is too long.</param>
    /// <returns>The term itself, or its short form in <paramref name="room"/>.</returns>
    public static ReadOnlySpan<byte> Shorten(ReadOnlySpan<byte> term, Span<byte> room)
    {
        return term.Length <= MaxLength ? term : ShortenLong(term, room);
    }

    // Apart: the room for a hash must not be cleared for each of the terms that need none, which are all but a few.
    private static ReadOnlySpan<byte> ShortenLong(ReadOnlySpan<byte> term, Span<byte> room)
    {
        int kept = KeptLength;
        while ((term[kept] & 0xC0) == 0x80)
        {
            kept--;
        }

        term[..kept].CopyTo(room);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(term, hash);
        int written = Base64Url.EncodeToUtf8(hash[..HashedBytes], room[kept..]);
        return room[..(kept + written)];
    }
}
