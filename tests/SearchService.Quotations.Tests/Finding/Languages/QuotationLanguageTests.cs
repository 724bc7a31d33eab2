using System.Text;
using SearchService.Quotations.Finding.Languages;

namespace SearchService.Quotations.Tests.Finding.Languages;

public sealed class QuotationLanguageTests
{
    [Theory]
    [InlineData("en", "said", WordRoles.Say)]
    [InlineData("en", "TWEETED", WordRoles.Say)]
    [InlineData("en", "didn’t", WordRoles.Spoken)]
    [InlineData("en", "accused", WordRoles.Report)]
    [InlineData("ru", "заявила", WordRoles.Say)]
    [InlineData("ru", "словам", WordRoles.According)]
    [InlineData(null, "said", WordRoles.Say)]
    public void Words_are_known_in_any_case_and_with_any_apostrophe(string? language, string word, object role) =>
        Assert.True((QuotationLanguage.Of(language).RolesOf(word) & (WordRoles)role) != WordRoles.None);

    [Fact]
    public void A_language_without_a_file_has_no_words() => Assert.Equal(WordRoles.None, QuotationLanguage.Of("xx").RolesOf("said"));

    [Fact]
    public void A_stem_is_read_with_each_of_its_endings()
    {
        QuotationLanguage language = Read("""{ "say": ["add//s/ed"] }""");
        Assert.Equal(WordRoles.Say, language.RolesOf("add"));
        Assert.Equal(WordRoles.Say, language.RolesOf("added"));
        Assert.Equal(WordRoles.None, language.RolesOf("adding"));
    }

    [Theory]
    [InlineData("""{ "shout": ["shouted"] }""", "shout")]
    [InlineData("""{ "say": "said" }""", "say")]
    public void A_list_that_isnt_known_is_named(string json, string name) =>
        Assert.Contains(name, Assert.Throws<FormatException>(() => Read(json)).Message, StringComparison.Ordinal);

    private static QuotationLanguage Read(string json) => QuotationLanguage.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
