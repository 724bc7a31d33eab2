using System.Text;
using SearchService.Core.Articles;
using SearchService.Ingestion.Encodings;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Tests.Encodings;

/// <summary>Which encoding a page or a table is read in, and what is said about it.</summary>
public sealed class EncodingOfPagesTests : IDisposable
{
    private const string Russian = "Вчера в порту открылась выставка старых лодок. Директор сказал, что посетителей было больше, чем ожидали.";

    private readonly ArticleSet _set = new();

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData(1251, "<meta charset=windows-1251>")]
    [InlineData(1251, "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=CP1251'>")]
    [InlineData(20866, "<!-- <meta charset=utf-8> --><meta charset=\"koi8-r\" />")]
    [InlineData(65001, "<meta charset=UTF-8>")]
    [InlineData(65001, "")]
    [InlineData(65001, "<meta charset=no-such-thing>")]
    public void A_page_is_read_as_it_declares(int codePage, string declaration)
    {
        _set.With("page.html", EncodingLabels.OfCodePage(codePage).GetBytes(Page(declaration, Russian)));
        Assert.Contains(Russian, Assert.Single(_set.Articles()).Text, StringComparison.Ordinal);
        Assert.Empty(_set.Problems());
    }

    [Theory]
    [InlineData(1251, "<meta charset=utf-8>", ProblemCodes.EncodingWrong)]
    [InlineData(20866, "<meta charset=windows-1251>", ProblemCodes.EncodingWrong)]
    [InlineData(1251, "<meta charset=iso-8859-1>", ProblemCodes.EncodingWrong)]
    [InlineData(65001, "<meta charset=windows-1251>", ProblemCodes.EncodingWrong)]
    [InlineData(1251, "", ProblemCodes.EncodingGuessed)]
    [InlineData(20866, "<meta charset=no-such-thing>", ProblemCodes.EncodingGuessed)]
    public void A_page_that_declares_a_wrong_encoding_or_none_is_read_by_its_letters_and_noted(int codePage, string declaration, string code)
    {
        _set.With("page.html", EncodingLabels.OfCodePage(codePage).GetBytes(Page(declaration, Russian)));
        ReadOutcome outcome = Assert.Single(_set.Read());
        Assert.Contains(Russian, outcome.Article?.Text, StringComparison.Ordinal);
        IngestionProblem problem = Assert.Single(outcome.Problems);
        Assert.Equal((code, ProblemEffect.Noted), (problem.Code, problem.Effect));
    }

    [Fact]
    public void A_declaration_is_believed_where_the_letters_speak_for_nothing_else()
    {
        _set.With("page.html", EncodingLabels.OfCodePage(1250).GetBytes(Page("<meta charset=iso-8859-2>", "Łódź")));
        Assert.Single(_set.Articles());
        Assert.Empty(_set.Problems());
    }

    [Fact]
    public void Xhtml_declares_its_encoding_in_its_first_line()
    {
        string page = $"<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body><p>{Russian}</p></body></html>";
        _set.With("page.xhtml", EncodingLabels.OfCodePage(1251).GetBytes(page));
        Assert.Contains(Russian, Assert.Single(_set.Articles()).Text, StringComparison.Ordinal);
        Assert.Empty(_set.Problems());
    }

    [Fact]
    public void A_mark_at_the_beginning_is_believed_before_the_declaration()
    {
        foreach (Encoding encoding in (Encoding[])[new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)])
        {
            using ArticleSet set = new();
            set.With("page.html", [.. encoding.GetPreamble(), .. encoding.GetBytes(Page("<meta charset=windows-1251>", Russian))]);
            Assert.Contains(Russian, Assert.Single(set.Articles()).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a.csv", "title,text\nВыставка,\"#\"\n")]
    [InlineData("a.tsv", "title\ttext\nВыставка\t#\n")]
    [InlineData("a.jsonl", "{\"title\":\"Выставка\",\"text\":\"#\"}\n")]
    [InlineData("a.json", "[{\"title\":\"Выставка\",\"text\":\"#\"}]")]
    [InlineData("a.txt", "Выставка\n\n#")]
    public void Tables_json_and_texts_may_be_in_an_encoding_of_old(string name, string content)
    {
        foreach (int codePage in (int[])[1251, 20866])
        {
            using ArticleSet set = new();
            set.With(name, EncodingLabels.OfCodePage(codePage).GetBytes(content.Replace("#", Russian, StringComparison.Ordinal)));
            Article article = Assert.Single(set.Articles());
            Assert.Equal(("Выставка", Russian), (article.Title, article.Text));
            Assert.Equal(ProblemCodes.EncodingGuessed, Assert.Single(set.Problems()).Code);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16_without_a_mark_is_told_by_its_zeros(bool bigEndian)
    {
        _set.With("a.csv", new UnicodeEncoding(bigEndian, false).GetBytes("title,text\nA title,Words of a text\n"));
        Assert.Equal("A title", Assert.Single(_set.Articles()).Title);
    }

    [Fact]
    public void Letters_read_wrongly_before_are_put_right_and_noted_once_a_record()
    {
        _set.With("a.jsonl", """{"title":"The mayorâ€™s plan","text":"It was a cafÃ©.\n\nIt is a cafÃ©."}""");
        ReadOutcome outcome = Assert.Single(_set.Read());
        Assert.Equal(("The mayor’s plan", "It was a café.\n\nIt is a café."), (outcome.Article?.Title, outcome.Article?.Text));
        IngestionProblem problem = Assert.Single(outcome.Problems);
        Assert.Equal((ProblemCodes.MojibakeMended, ProblemEffect.Noted), (problem.Code, problem.Effect));
        Assert.Contains("mayorâ€™s", problem.Excerpt, StringComparison.Ordinal);
        Assert.StartsWith("3 characters", problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1251", 1251)]
    [InlineData(" Latin1 ", 1252)]
    [InlineData("ISO-8859-1", 1252)]
    [InlineData("x-cp1250", 1250)]
    [InlineData("gb2312", 54936)]
    [InlineData("sjis", 932)]
    [InlineData("utf8", 65001)]
    public void Labels_mean_what_browsers_take_them_for(string label, int codePage) => Assert.Equal(codePage, EncodingLabels.Find(label)?.CodePage);

    [Theory]
    [InlineData("")]
    [InlineData("utf-9")]
    [InlineData("cp99999")]
    [InlineData("<script>")]
    public void Labels_that_mean_nothing_are_no_encoding(string label) => Assert.Null(EncodingLabels.Find(label));

    private static string Page(string declaration, string text) =>
        $"<!DOCTYPE html><html><head>{declaration}<title>A page</title></head><body><article><p>{text}</p></article></body></html>";
}
