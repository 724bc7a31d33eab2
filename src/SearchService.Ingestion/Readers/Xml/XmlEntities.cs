using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace SearchService.Ingestion.Readers.Xml;

/// <summary>What references stand for: the five of XML, characters by number, and the names of HTML. Nothing a document declares.</summary>
internal static class XmlEntities
{
    /// <summary>The longest name that HTML has, the semicolon aside.</summary>
    public const int LongestName = 31;

    // What bytes 0x80 to 0x9F are in Windows-1252: who writes &#146; means the apostrophe, and HTML reads it so.
    private const string Windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>One of the five names of XML.</summary>
    /// <returns>The character, or NUL.</returns>
    public static char OfXml(ReadOnlySpan<char> name) => name switch
    {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => '\0',
    };

    /// <summary>A name that HTML knows.</summary>
    /// <param name="name">Without <c>&amp;</c> and <c>;</c>.</param>
    /// <returns>The characters, or null.</returns>
    public static string? OfHtml(ReadOnlySpan<char> name) => HtmlEntityProvider.Resolver.GetSymbol($"{name};");

    /// <summary>A character by its number.</summary>
    /// <param name="digits">What stands between <c>&amp;#</c> and <c>;</c>, such as <c>8217</c> or <c>x2019</c>.</param>
    /// <param name="rune">The character; U+FFFD for a number that is none.</param>
    /// <returns>Whether text can have it.</returns>
    public static bool TryNumber(ReadOnlySpan<char> digits, out Rune rune)
    {
        bool isHex = digits is ['x' or 'X', ..];
        bool isNumber = uint.TryParse(
            isHex ? digits[1..] : digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out uint number);
        if (number is >= 0x80 and <= 0x9F)
        {
            number = Windows[(int)number - 0x80];
        }

        rune = isNumber && Rune.IsValid(number) ? new Rune(number) : Rune.ReplacementChar;
        return isNumber && Rune.IsValid(number) && number is >= 0x20 or '\t' or '\n' or '\r';
    }
}
