using SearchService.Analysis.Segmentation;
using SearchService.Analysis.Unicode;
using SearchService.TestSupport;

namespace SearchService.Analysis.Tests.Segmentation;

public sealed class WordSegmenterTests
{
    [Theory]
    [InlineData("WB3 keeps CR LF together", "a\r\nb", "a|\r\n|b")]
    [InlineData("WB3a breaks after a line end, even before a mark", "\n\u0308", "\n|\u0308")]
    [InlineData("WB3b breaks before a line end", "a\u2028", "a|\u2028")]
    [InlineData("WB3c keeps an emoji sequence together", "👩\u200D🚒!", "👩\u200D🚒|!")]
    [InlineData("WB3d keeps spaces together", "a  \u3000b", "a|  \u3000|b")]
    [InlineData("WB3d does not reach across a mark", " \u0308 ", " \u0308| ")]
    [InlineData("WB4 ignores marks and format characters", "a\u00AD\u0301b", "a\u00AD\u0301b")]
    [InlineData("WB5 joins letters", "Ægteskab", "Ægteskab")]
    [InlineData("WB6 and WB7 join letters around an apostrophe", "can't ’t 't", "can't| |’|t| |'|t")]
    [InlineData("WB6 needs a letter after it", "dogs' ", "dogs|'| ")]
    [InlineData("WB6 sees past marks", "a.\u0308b", "a.\u0308b")]
    [InlineData("WB7a joins a Hebrew letter and a quote", "ג' ", "ג'| ")]
    [InlineData("WB7b and WB7c join Hebrew letters around a double quote", "צה\"ל \"a\"", "צה\"ל| |\"|a|\"")]
    [InlineData("WB7b needs a Hebrew letter after it", "ל\"a", "ל|\"|a")]
    [InlineData("WB8 joins digits", "2022 ٣٤", "2022| |٣٤")]
    [InlineData("WB9 and WB10 join letters and digits", "A3 3A", "A3| |3A")]
    [InlineData("WB11 and WB12 join digits around marks of numbers", "3,456.789 3, 4", "3,456.789| |3|,| |4")]
    [InlineData("WB12 does not join digits and letters", "3,a 3.a", "3|,|a| |3|.|a")]
    [InlineData("WB13 joins katakana", "カタカナ語", "カタカナ|語")]
    [InlineData("WB13a and WB13b join by connectors", "a_1_ア_", "a_1_ア_")]
    [InlineData("WB15 and WB16 pair regional indicators", "🇰🇿🇷🇺🇺a🇺", "🇰🇿|🇷🇺|🇺|a|🇺")]
    [InlineData("WB999 breaks everywhere else", "“A-b”", "“|A|-|b|”")]
    [InlineData("ideographs stand alone", "北京ひら", "北|京|ひ|ら")]
    public void The_rules_of_the_annex_hold(string rule, string text, string segments)
    {
        Assert.True(segments == string.Join('|', Segments(text)), rule);
    }

    [Fact]
    public void A_lone_surrogate_stands_alone() => Assert.Equal([1, 2, 3, 4], Ends("a\uD83Db\uDE00"));

    [Fact]
    public void Every_line_of_the_Unicode_word_break_test_holds()
    {
        foreach ((string text, int[] boundaries, string line) in BreakTestFile.Read("WordBreakTest.txt"))
        {
            Assert.True(boundaries.SequenceEqual(Ends(text)), line);
            Assert.True(boundaries.SequenceEqual(RuleByRuleWords.Boundaries<StandardWords>(text)), "rule by rule: " + line);
        }
    }

    [Fact]
    public void Random_strings_segment_as_the_rules_one_by_one_say()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 30_000; round++)
        {
            string text = RandomText.Next(random, maxLength: 14);
            Assert.Equal(RuleByRuleWords.Boundaries<StandardWords>(text), Ends(text));
            Assert.Equal(RuleByRuleWords.Boundaries<SearchTailoring>(text), TailoredEnds(text));
        }
    }

    [Fact]
    public void The_ASCII_path_has_the_kinds_of_the_tables()
    {
        for (int unit = 0; unit < 256; unit++)
        {
            int expected = unit >= 0x80 ? AsciiWords.Unknown : SearchTailoring.Of(unit).Break switch
            {
                WordBreak.ALetter => AsciiWords.Letter,
                WordBreak.Numeric => AsciiWords.Digit,
                WordBreak.ExtendNumLet => AsciiWords.Connector,
                WordBreak.MidNumLet or WordBreak.SingleQuote => AsciiWords.JoinsLetters | AsciiWords.JoinsDigits,
                WordBreak.MidLetter => AsciiWords.JoinsLetters,
                WordBreak.MidNum => AsciiWords.JoinsDigits,
                _ => 0,
            };
            Assert.Equal(expected, AsciiWords.Kinds[unit]);
        }
    }

    [Fact]
    public void The_ASCII_path_ends_words_where_the_tables_do()
    {
        Random random = Seeds.Random();
        int judged = 0;
        var units = new AsciiUnits();
        for (int round = 0; round < 100_000; round++)
        {
            string text = RandomText.Next(random, maxLength: random.Next(2) == 0 ? 10 : 40, asciiShare: 0.9);
            units.Reset(text);
            int start = AsciiWords.Skip(units.Padded, 0);
            if (start == text.Length || text[start] >= 0x80)
            {
                continue;
            }

            int end = AsciiWords.End(units.Padded, start, out _);
            judged += end < 0 ? 0 : 1;
            Assert.True(end < 0 || end == WordBoundaries.Next<SearchTailoring>(text, start, out _), $"'{text}' from {start}");
        }

        Assert.True(judged > 10_000, "the fast path judged next to nothing");
    }

    [Fact]
    public void A_segment_is_a_word_when_it_holds_a_letter_or_number()
    {
        var segmenter = new WordSegmenter("a 1 ! _ 語 🙂 ½ ไ ̈");
        var words = new List<string>();
        while (segmenter.MoveNext())
        {
            if (segmenter.IsWord)
            {
                words.Add("a 1 ! _ 語 🙂 ½ ไ ̈"[segmenter.Start..segmenter.End]);
            }
        }

        Assert.Equal(["a", "1", "語", "½", "ไ"], words);
    }

    private static List<int> Ends(string text)
    {
        var ends = new List<int>();
        var segmenter = new WordSegmenter(text);
        while (segmenter.MoveNext())
        {
            ends.Add(segmenter.End);
        }

        return ends;
    }

    private static List<int> TailoredEnds(string text)
    {
        var ends = new List<int>();
        for (int at = 0; at < text.Length;)
        {
            at = WordBoundaries.Next<SearchTailoring>(text, at, out _);
            ends.Add(at);
        }

        return ends;
    }

    private static IEnumerable<string> Segments(string text)
    {
        int start = 0;
        foreach (int end in Ends(text))
        {
            yield return text[start..end];
            start = end;
        }
    }
}
