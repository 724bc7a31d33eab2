using SearchService.Web.Page.Wording;

namespace SearchService.Web.Tests.Page.Wording;

/// <summary>The same cases as of the page's own scripts (<c>TakingAlongTests</c>).</summary>
public sealed class TextDirectivesTests
{
    [Theory]
    [InlineData("One two three four.", 4, 7, "text=two")]
    [InlineData("One two, three & four - five.", 4, 28, "text=two%2C%20three%20%26%20four%20%2D%20five")]
    [InlineData("A well-known word.", 4, 6, "text=well")]
    [InlineData("peace and peace", 10, 15, "text=peace%20and-,peace")]
    [InlineData("peace and peace", 0, 5, "text=peace,-and%20peace")]
    [InlineData("Say “no”. He said, “no”. They.", 20, 22, "text=Say%20%E2%80%9Cno%E2%80%9D.%20He%20said%2C%20%E2%80%9C-,no,-%E2%80%9D.%20They")]
    [InlineData("First line here.\n\nSecond line there.", 6, 29, "text=line%20here,Second%20line")]
    [InlineData("... !", 0, 5, "")]
    [InlineData("It wasn't 3.5 per cent.", 4, 5, "text=wasn't")]
    [InlineData("It wasn't 3.5 per cent.", 12, 13, "text=3.5")]
    [InlineData("Слова «мир» и мира", 7, 10, "text=%D0%A1%D0%BB%D0%BE%D0%B2%D0%B0%20%C2%AB-,%D0%BC%D0%B8%D1%80,-%C2%BB%20%D0%B8%20%D0%BC%D0%B8%D1%80%D0%B0")]
    public void A_place_becomes_a_text_directive(string text, int start, int end, string expected) => Assert.Equal(expected, TextDirectives.Of(text, start, end));

    [Fact]
    public void A_broken_letter_does_not_break_a_link() => Assert.Equal("text=one%20%EF%BF%BD%20two", TextDirectives.Of("one \ud800 two", 0, 9));

    [Fact]
    public void A_long_place_is_named_by_its_ends()
    {
        const string Text = "Alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau, "
            + "alpha2 beta2 gamma2 delta2 epsilon2 zeta2 eta2 theta2 iota2 kappa2 lambda2 mu2 nu2 xi2 omicron2 pi2 rho2 sigma2 tau2.";
        Assert.Equal("text=Alpha%20beta%20gamma%20delta%20epsilon,omicron2%20pi2%20rho2%20sigma2%20tau2", TextDirectives.Of(Text, 0, Text.Length));
    }

    [Theory]
    [InlineData("https://paper.example/1", "https://paper.example/1#:~:text=a")]
    [InlineData("https://paper.example/1#part", "https://paper.example/1#part:~:text=a")]
    [InlineData("https://paper.example/1#part:~:text=b", "https://paper.example/1#part:~:text=a")]
    public void A_directive_joins_what_an_address_has_already(string address, string expected) => Assert.Equal(expected, TextDirectives.With(address, "text=a"));
}
