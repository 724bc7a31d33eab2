using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SearchService.Core.Indexes;

namespace SearchService.Core.Searching;

/// <summary>The opaque text that asks for the next page: a hit's place, tied to the request it belongs to.</summary>
/// <remarks>
/// Bytes before base64url: version (1), fingerprint of the request (8), generation (8), sort bits (8), document (8); little-endian.
/// The fingerprint keeps a cursor of one search from being used, by mistake, with another.
/// </remarks>
internal static class SearchCursor
{
    private const byte Version = 1;
    private const int LengthInBytes = 1 + (4 * sizeof(long));

    internal static string Encode(SearchRequest request, HitPosition position, bool ofQuotations = false)
    {
        Span<byte> bytes = stackalloc byte[LengthInBytes];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[1..], Fingerprint(request, ofQuotations));
        BinaryPrimitives.WriteInt64LittleEndian(bytes[9..], position.Generation);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[17..], position.SortBits);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[25..], position.Document);
        return Base64Url.EncodeToString(bytes);
    }

    /// <exception cref="InvalidRequestException">The text is no cursor, or belongs to another search.</exception>
    internal static HitPosition Decode(string cursor, SearchRequest request, bool ofQuotations = false)
    {
        Span<byte> bytes = stackalloc byte[LengthInBytes];
        if (cursor.Length != Base64Url.GetEncodedLength(LengthInBytes)
            || !Base64Url.TryDecodeFromChars(cursor, bytes, out int written)
            || written != LengthInBytes
            || bytes[0] != Version)
        {
            throw new InvalidRequestException("invalid_cursor", "cursor", "This is no cursor. Use the value of 'next' from the page before, unchanged.");
        }

        if (BinaryPrimitives.ReadInt64LittleEndian(bytes[1..]) != Fingerprint(request, ofQuotations))
        {
            throw new InvalidRequestException(
                "cursor_of_another_search", "cursor", "This cursor belongs to another query, filter or order. Repeat the first request without a cursor.");
        }

        return new HitPosition(
            BinaryPrimitives.ReadInt64LittleEndian(bytes[9..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[17..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[25..]));
    }

    /// <summary>Of what decides which hits come in which order; the size of a page may change between pages.</summary>
    private static long Fingerprint(SearchRequest request, bool ofQuotations)
    {
        StringBuilder text = new(request.Query);
        text.Append('\n').Append(request.Sort);
        if (request.Collapse != Collapse.None)
        {
            text.Append("\n/").Append(request.Collapse);
        }

        if (request.Syntax is { } syntax)
        {
            text.Append("\n/syntax ").Append(syntax);
        }

        if (ofQuotations)
        {
            text.Append("\n/quotations");
        }

        foreach (FacetFilter filter in request.Filters.OrderBy(filter => filter.Field, StringComparer.Ordinal))
        {
            text.Append('\n').Append(filter.Field);
            foreach (string value in filter.Included.Order(StringComparer.Ordinal))
            {
                text.Append("\n+").Append(value);
            }

            foreach (string value in filter.Excluded.Order(StringComparer.Ordinal))
            {
                text.Append("\n-").Append(value);
            }
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
