using System.Text;
using SearchService.Ingestion.Files;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Encodings;

/// <summary>Decodes a page or a text of which all bytes are there: by what it declares, unless its bytes say that this is wrong.</summary>
internal static class TextDecoder
{
    // How much better another encoding has to fit than the one declared, before the declaration counts for nothing.
    private const double ClearlyBetter = 0.25;

    /// <summary>Decodes.</summary>
    /// <param name="bytes">Without a byte order mark.</param>
    /// <param name="declared">What is declared, or null.</param>
    /// <param name="note">What one may want to know: a code and a sentence; null where all is as declared, or UTF-8 without a declaration.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding? declared, out (string Code, string Reason)? note)
    {
        note = null;
        if (declared is UnicodeEncoding or UTF32Encoding)
        {
            return declared.GetString(bytes);
        }

        if (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) < 0 && bytes.IndexOf((byte)0x1B) < 0)
        {
            return Encoding.Latin1.GetString(bytes);
        }

        bool declaresOther = declared is not null and not UTF8Encoding;
        if (System.Text.Unicode.Utf8.IsValid(bytes) && EncodingGuess.Of(bytes) is null)
        {
            note = declaresOther ? (ProblemCodes.EncodingWrong, $"It says {declared!.WebName}, its bytes are UTF-8 and were read as such.") : null;
            return Encoding.UTF8.GetString(bytes);
        }

        EncodingGuess? guess = EncodingGuess.Of(bytes);
        if (declaresOther && !EncodingGuess.IsMostlyUtf8(bytes) && !IsClearlyBetter(guess, declared!, bytes))
        {
            return declared!.GetString(bytes);
        }

        string says = declared is null ? "It declares no encoding" : $"It says {declared.WebName}";
        if (guess is { } found)
        {
            note = (declared is null ? ProblemCodes.EncodingGuessed : ProblemCodes.EncodingWrong, $"{says}; by its letters it is {found.Encoding.WebName}, and was read as such.");
            return found.Encoding.GetString(bytes);
        }

        string text = MixedEncoding.GetString(bytes, out int otherBytes);
        note = (ProblemCodes.InvalidUtf8, $"{otherBytes} bytes aren't UTF-8 and were read as Windows-1252.");
        return text;
    }

    /// <summary>Whether a guess counts for more than what is declared.</summary>
    public static bool IsClearlyBetter(EncodingGuess? guess, Encoding declared, ReadOnlySpan<byte> bytes) =>
        guess is { } found && found.Encoding.CodePage != declared.CodePage
        && EncodingGuess.ScoreOf(declared, bytes) is { } score && found.Score > score + ClearlyBetter;
}
