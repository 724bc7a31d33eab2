using System.Buffers;
using System.Globalization;

namespace SearchService.Engine.Segments;

/// <summary>The names of a segment's files: <c>s0000002a.terms</c>.</summary>
internal static class SegmentFiles
{
    /// <summary>Term dictionaries.</summary>
    public const string Terms = ".terms";

    /// <summary>Documents and frequencies.</summary>
    public const string Postings = ".postings";

    /// <summary>Positions.</summary>
    public const string Positions = ".positions";

    /// <summary>Field lengths.</summary>
    public const string Norms = ".norms";

    /// <summary>Columns.</summary>
    public const string Columns = ".columns";

    /// <summary>Stored documents.</summary>
    public const string Store = ".store";

    /// <summary>The directory of the segment's structures.</summary>
    public const string Segment = ".segment";

    /// <summary>Deleted documents; a generation stands before it: <c>s0000002a.7.deletes</c>.</summary>
    public const string Deletes = ".deletes";

    private const int NumberDigits = 8;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>The name of the segment with that number.</summary>
    /// <param name="number">Never used twice in an index.</param>
    public static string NameOf(long number) => string.Create(CultureInfo.InvariantCulture, $"s{number:x8}");

    /// <summary>The name of a deletes file.</summary>
    /// <param name="segment">The segment's name.</param>
    /// <param name="generation">The generation it belongs to.</param>
    public static string DeletesOf(string segment, long generation) => string.Create(CultureInfo.InvariantCulture, $"{segment}.{generation}{Deletes}");

    /// <summary>Whether a name is one that an index gives to a segment's file, so that a stray one may be deleted.</summary>
    /// <param name="name">A file name.</param>
    public static bool IsSegmentFile(string name)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 1 + NumberDigits || name[0] != 's' || name.AsSpan(1, dot - 1).ContainsAnyExcept(HexDigits))
        {
            return false;
        }

        string rest = name[dot..];
        return rest is Terms or Postings or Positions or Norms or Columns or Store or Segment
            || (rest.EndsWith(Deletes, StringComparison.Ordinal) && rest.Length > 1 + Deletes.Length
                && !rest.AsSpan(1, rest.Length - 1 - Deletes.Length).ContainsAnyExcept(Digits));
    }
}
