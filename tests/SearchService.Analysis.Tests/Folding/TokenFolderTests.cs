using System.Text;

using SearchService.Analysis.Folding;
using SearchService.TestSupport;

namespace SearchService.Analysis.Tests.Folding;

public sealed class TokenFolderTests
{
    [Fact]
    public void The_table_of_letters_folds_as_the_long_way_does()
    {
        Random random = Seeds.Random();
        var folder = new TokenFolder();
        var (written, folded, expectedWritten, expectedFolded) = (new ByteBuffer(), new ByteBuffer(), new ByteBuffer(), new ByteBuffer());
        int answered = 0;
        for (int round = 0; round < 50_000; round++)
        {
            char[] units = new char[1 + random.Next(6)];
            for (int i = 0; i < units.Length; i++)
            {
                units[i] = (char)(random.Next(8) == 0 ? random.Next(0x1E00, 0x1F00) : random.Next(0x20, 0x700));
            }

            if (LetterFolds.TryFold(units, written, folded))
            {
                answered++;
                folder.Fold(units, expectedWritten, expectedFolded);
                Assert.Equal(Encoding.UTF8.GetString(expectedWritten.Bytes), Encoding.UTF8.GetString(written.Bytes));
                Assert.Equal(Encoding.UTF8.GetString(expectedFolded.Bytes), Encoding.UTF8.GetString(folded.Bytes));
            }
        }

        Assert.True(answered > 5_000, "the table answered next to nothing");
    }

    [Fact]
    public void Any_string_folds_to_valid_UTF8()
    {
        Random random = Seeds.Random();
        var folder = new TokenFolder();
        var (written, folded) = (new ByteBuffer(), new ByteBuffer());
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        for (int round = 0; round < 20_000; round++)
        {
            string text = RandomText.Next(random, maxLength: 10);
            folder.Fold(text, written, folded);
            _ = strict.GetCharCount(written.Bytes);
            _ = strict.GetCharCount(folded.Bytes);
        }
    }
}
