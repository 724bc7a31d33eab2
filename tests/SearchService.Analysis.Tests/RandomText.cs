using System.Text;

namespace SearchService.Analysis.Tests;

/// <summary>Makes short texts in which the rules of segmentation and folding meet often.</summary>
internal static class RandomText
{
    private static readonly string[] Ascii = ["a", "B", "s", "1", "9", "_", "'", ".", ",", ":", ";", "`", "\"", "-", " ", "!", "?", "\r", "\n", "the", "Mr"];

    private static readonly string[] Other =
    [
        "’", "‘", "ʼ", "“", "”", "—", "…", "é", "E\u0301", "ß", "İ", "ı", "ς", "й", "ё", "я", "ש", "\"", "ל", "אַ", "ع", "ـ", "َ", "٣", "ア", "ｱ", "\uFF9E",
        "ひ", "語", "한", "ᄒ", "ᅡ", "ᆫ", "ไ", "ก", "็", "क", "्", "\u200D", "\u200C", "\u00AD", "\u200B", "\uFEFF", "\u202F", "\u00A0", "\u3000", "\u0085",
        "\u2028", "\u0308", "\u0327", "🇰", "🇿", "👩", "🚒", "🏽", "\uFE0F", "ℹ", "Ⓜ", "𝐀", "𠀋", "\uD83D", "\uDE00", "：", "＇", "Ａ", "ﬁ", "½", "·", "ḍ̇", "ệ",
    ];

    public static string Next(Random random, int maxLength, double asciiShare = 0.5)
    {
        var text = new StringBuilder();
        int pieces = random.Next(maxLength + 1);
        for (int i = 0; i < pieces; i++)
        {
            string[] from = random.NextDouble() < asciiShare ? Ascii : Other;
            text.Append(from[random.Next(from.Length)]);
        }

        return text.ToString();
    }
}
