using System.Text;

using SearchService.TestSupport;

namespace SearchService.Analysis.Tests;

public sealed class TermNormalizerTests
{
    [Theory]
    [InlineData("Peac", "peac", "peac")]
    [InlineData("Caf\u00C9", "café", "cafe")]
    [InlineData("don’", "don'", "don'")]
    [InlineData("Straß", "straß", "strass")]
    [InlineData("Горбачё", "горбачё", "горбаче")]
    [InlineData("", "", "")]
    public void A_prefix_folds_as_tokens_do_and_is_not_stemmed(string prefix, string written, string folded)
    {
        (byte[] writtenBytes, byte[] foldedBytes) = TermNormalizer.FoldPrefix(prefix);
        Assert.Equal(written, Encoding.UTF8.GetString(writtenBytes));
        Assert.Equal(folded, Encoding.UTF8.GetString(foldedBytes));
    }

    [Fact]
    public void The_beginning_of_a_word_is_a_prefix_of_its_terms()
    {
        Random random = Seeds.Random();
        string[] letters = ["a", "É", "ß", "Ł", "й", "ё", "ж", "م", "٣", "ש", "語", "ガ", "Σ", "İ", "1", "ﬁ", "Ａ", "Ḍ"];
        TokenReader reader = TextAnalyzer.English.CreateReader();
        for (int round = 0; round < 5_000; round++)
        {
            string[] word = Enumerable.Range(0, 6).Select(_ => letters[random.Next(letters.Length)]).ToArray();
            reader.Reset(string.Concat(word));
            Assert.True(reader.Next());
            string token = string.Concat(word)[reader.Start..reader.End];
            string prefix = token[..random.Next(token.Length + 1)];
            (byte[] written, byte[] folded) = TermNormalizer.FoldPrefix(prefix);
            ReadOnlySpan<byte> foldedTerm = reader.Term(TermForm.Folded).IsEmpty ? reader.Term(TermForm.Written) : reader.Term(TermForm.Folded);
            Assert.True(reader.Term(TermForm.Written).StartsWith(written), $"'{prefix}' of '{token}'");
            Assert.True(foldedTerm.StartsWith(folded), $"'{prefix}' of '{token}'");
        }
    }
}
