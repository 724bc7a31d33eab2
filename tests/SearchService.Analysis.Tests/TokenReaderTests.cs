using System.Text;

using SearchService.TestSupport;

namespace SearchService.Analysis.Tests;

public sealed class TokenReaderTests
{
    [Fact]
    public void Tokens_have_places_in_the_text_and_positions_without_gaps()
    {
        TokenReader reader = TextAnalyzer.English.CreateReader();
        reader.Reset("“Peace,” he said — twice.");
        var tokens = new List<(int, int, int)>();
        while (reader.Next())
        {
            tokens.Add((reader.Start, reader.End, reader.Position));
        }

        Assert.Equal([(1, 6, 0), (9, 11, 1), (12, 16, 2), (19, 24, 3)], tokens);
        Assert.False(reader.Next());
        Assert.True(reader.Term(TermForm.Word).IsEmpty);
    }

    [Theory]
    [InlineData("Tokayev's troops", "tokayev's troops", "tokayev troop")]
    [InlineData("Tokayev’s Tokayev‘s Tokayevʼs Tokayev＇s Tokayev`s Tokayev´s", "tokayev's tokayev's tokayev's tokayev's tokayev's tokayev's", "tokayev tokayev tokayev tokayev tokayev tokayev")]
    [InlineData("the dogs’ dogsʼ ‘dogs’", "the dogs dogs dogs", "the dog dog dog")]
    [InlineData("O’Brien’s 1990’s", "o'brien's 1990 s", "o'brien 1990 s")]
    [InlineData("U.S. 3,456.7 CO2 B-52s", "u.s 3,456.7 co2 b 52s", "u.s 3,456.7 co2 b 52s")]
    [InlineData("well-known _quoted_ Photo:AP mot\u202F! 🙂", "well known quoted photo ap mot", "well known quot photo ap mot")]
    [InlineData("12\u202F000 12\u00A0000", "12 000 12 000", "12 000 12 000")]
    [InlineData("co\u00ADoperate\u200E \uFEFFword", "cooperate word", "cooper word")]
    [InlineData("北京 ไทย", "北 京 ไ ท ย", "北 京 ไ ท ย")]
    public void Written_and_word_forms_of_a_text(string text, string written, string words)
    {
        Assert.Equal(written, Join(TextAnalyzer.English, text, TermForm.Written));
        Assert.Equal(words, Join(TextAnalyzer.English, text, TermForm.Word));
    }

    [Theory]
    [InlineData("cafés", "cafés", "cafes", "cafe")]
    [InlineData("NAI\u0308VE", "naïve", "naive", "naiv")]
    [InlineData("Straße", "straße", "strasse", "strass")]
    [InlineData("STRAẞE", "straße", "strasse", "strass")]
    [InlineData("Łódź", "łódź", "lodz", "lodz")]
    [InlineData("Wałęsa’s", "wałęsa's", "walesa's", "walesa")]
    [InlineData("İstanbul", "i\u0307stanbul", "istanbul", "istanbul")]
    [InlineData("Iğdır", "iğdır", "igdir", "igdir")]
    [InlineData("ＮＡＴＯ", "ｎａｔｏ", "nato", "nato")]
    [InlineData("ﬁnance", "ﬁnance", "finance", "financ")]
    [InlineData("𝐍ews", "𝐍ews", "news", "news")]
    [InlineData("Ἀθῆναις", "ἀθῆναισ", "αθηναισ", "αθηναισ")]
    [InlineData("Горбачёв", "горбачёв", "горбачев", "горбачев")]
    [InlineData("ТОКАЕВА\u0301", "токаева\u0301", "токаева", "токаева")]
    [InlineData("Дво\u0301рковић", "дво\u0301рковић", "дворковић", "дворковић")]
    [InlineData("مُحَمَّـــد", "مُحَمَّـــد", "محمد", "محمد")]
    [InlineData("أحمد", "أحمد", "احمد", "احمد")]
    [InlineData("שָׁלוֹם", "שָׁלוֹם", "שלום", "שלום")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم", "میخواهم", "میخواهم")]
    [InlineData("ｶﾞ", "ｶﾞ", "ガ", "ガ")]
    public void A_folded_form_is_emitted_where_it_differs(string text, string written, string folded, string word)
    {
        TokenReader reader = TextAnalyzer.English.CreateReader();
        reader.Reset(text);
        Assert.True(reader.Next());
        Assert.Equal(written.Normalize(), Utf8(reader, TermForm.Written));
        Assert.Equal(folded, Utf8(reader, TermForm.Folded));
        Assert.Equal(word, Utf8(reader, TermForm.Word));
        Assert.False(reader.Next());
    }

    [Theory]
    [InlineData("troop")]
    [InlineData("Токаев")]
    [InlineData("йод")]
    [InlineData("Київ")]
    [InlineData("한국어")]
    [InlineData("हिन्दी")]
    [InlineData("パリ")]
    public void No_folded_form_is_emitted_where_nothing_falls_away(string text)
    {
        TokenReader reader = TextAnalyzer.English.CreateReader();
        reader.Reset(text);
        Assert.True(reader.Next());
        Assert.True(reader.Term(TermForm.Folded).IsEmpty);
        Assert.Equal(Utf8(reader, TermForm.Written), Utf8(reader, TermForm.Word));
    }

    [Theory]
    [InlineData("İstanbul’da", "I\u0307stanbul'da")]
    [InlineData("é", "E\u0301")]
    [InlineData("Å", "\u212B")]
    [InlineData("ệ", "e\u0302\u0323")]
    [InlineData("한", "\u1112\u1161\u11AB")]
    [InlineData("ᾳ", "Α\u0345")]
    [InlineData("ΣΟΦΟΣ", "σοφος")]
    [InlineData("wo\u200Drd", "word")]
    public void Equal_spellings_have_equal_written_forms(string one, string other) =>
        Assert.Equal(Join(TextAnalyzer.English, one, TermForm.Written), Join(TextAnalyzer.English, other, TermForm.Written));

    [Fact]
    public void The_plain_analyzer_leaves_words_whole() =>
        Assert.Equal("cafes tokayev's running", Join(TextAnalyzer.Plain, "Cafés Tokayev’s running", TermForm.Word));

    [Fact]
    public void A_reader_gives_the_same_terms_for_a_text_whatever_it_read_before()
    {
        Random random = Seeds.Random();
        TokenReader used = TextAnalyzer.English.CreateReader();
        for (int round = 0; round < 5_000; round++)
        {
            string text = RandomText.Next(random, maxLength: 16, asciiShare: 0.7);
            Assert.Equal(Tokens(TextAnalyzer.English.CreateReader(), text), Tokens(used, text));
        }
    }

    [Fact]
    public void Every_token_is_found_again_by_its_own_text()
    {
        Random random = Seeds.Random();
        TokenReader reader = TextAnalyzer.English.CreateReader();
        for (int round = 0; round < 20_000; round++)
        {
            string text = RandomText.Next(random, maxLength: 16);
            foreach ((int start, int end, string terms) in Tokens(reader, text))
            {
                List<(int Start, int End, string Terms)> again = Tokens(reader, text[start..end]);
                Assert.True(again.Count == 1, $"'{text[start..end]}' of '{text}' is {again.Count} tokens");
                Assert.Equal((0, end - start, terms), again[0]);
            }
        }
    }

    [Fact]
    public void Folding_a_folded_form_changes_nothing()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 20_000; round++)
        {
            string text = RandomText.Next(random, maxLength: 8);
            (byte[] written, byte[] folded) = TermNormalizer.FoldPrefix(text);
            Assert.Equal(written, TermNormalizer.FoldPrefix(Encoding.UTF8.GetString(written)).Written);
            Assert.Equal(folded, TermNormalizer.FoldPrefix(Encoding.UTF8.GetString(folded)).Folded);
            Assert.Equal(folded, TermNormalizer.FoldPrefix(Encoding.UTF8.GetString(written)).Folded);
        }
    }

    [Fact]
    public void The_other_forms_follow_from_the_written_one()
    {
        Random random = Seeds.Random();
        TokenReader reader = TextAnalyzer.English.CreateReader();
        var seen = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        for (int round = 0; round < 50_000; round++)
        {
            reader.Reset(RandomText.Next(random, maxLength: 6));
            while (reader.Next())
            {
                string written = Utf8(reader, TermForm.Written);
                (string, string) others = (Utf8(reader, TermForm.Folded), Utf8(reader, TermForm.Word));
                Assert.True(!seen.TryGetValue(written, out (string, string) before) || before == others, written);
                seen[written] = others;
            }
        }
    }

    [Fact]
    public void Reading_allocates_nothing_per_token()
    {
        string text = string.Concat(Enumerable.Repeat("Tokayev’s cafés in Łódź said “peacekeepers” and Горбачёв cooperated; 語 E\u0301. ", 200));
        TokenReader reader = TextAnalyzer.English.CreateReader();
        _ = Read(reader, text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long length = Read(reader, text);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(length > 0);
    }

    private static long Read(TokenReader reader, string text)
    {
        long length = 0;
        reader.Reset(text);
        while (reader.Next())
        {
            length += reader.Term(TermForm.Written).Length + reader.Term(TermForm.Folded).Length + reader.Term(TermForm.Word).Length;
        }

        return length;
    }

    private static List<(int Start, int End, string Terms)> Tokens(TokenReader reader, string text)
    {
        var tokens = new List<(int, int, string)>();
        reader.Reset(text);
        while (reader.Next())
        {
            tokens.Add((reader.Start, reader.End, string.Join('|', Enum.GetValues<TermForm>().Select(form => Utf8(reader, form)))));
        }

        return tokens;
    }

    private static string Join(TextAnalyzer analyzer, string text, TermForm form)
    {
        TokenReader reader = analyzer.CreateReader();
        reader.Reset(text);
        var terms = new List<string>();
        while (reader.Next())
        {
            terms.Add(Utf8(reader, form));
        }

        return string.Join(' ', terms);
    }

    private static string Utf8(TokenReader reader, TermForm form) => Encoding.UTF8.GetString(reader.Term(form));
}
