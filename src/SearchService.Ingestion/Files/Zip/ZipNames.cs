using System.Text;

namespace SearchService.Ingestion.Files.Zip;

/// <summary>Reads the names of zip entries so that they can be shown and kept.</summary>
internal static class ZipNames
{
    private const int Longest = 1024;

    private static readonly Encoding OldNames = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    /// <summary>Decodes a name and makes it safe.</summary>
    /// <param name="bytes">As in the archive: UTF-8, or code page 437 in archives of old.</param>
    /// <returns>Parts parted by slashes; nothing is extracted, so what would lead out of the archive is merely left out.</returns>
    public static string Read(ReadOnlySpan<byte> bytes)
    {
        string name = System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : OldNames.GetString(bytes);
        StringBuilder safe = new(Math.Min(name.Length, Longest));
        foreach (string part in name.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is "." or ".." || safe.Length + part.Length > Longest)
            {
                continue;
            }

            safe.Append(safe.Length > 0 ? "/" : "");
            foreach (char unit in part)
            {
                // Also the marks that turn the direction of writing, by which a name can show another extension than it has.
                bool hidden = char.IsControl(unit) || unit is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
                safe.Append(hidden ? '_' : unit);
            }
        }

        return name.EndsWith('/') || name.EndsWith('\\') ? safe.Append('/').ToString() : safe.ToString();
    }
}
