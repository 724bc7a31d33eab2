using SearchService.Core.Queries;

namespace SearchService.Core.Tests.Queries;

public sealed class QuotationPartsTests
{
    [Theory]
    [InlineData("said:a", true)]
    [InlineData("speaker:a^2", true)]
    [InlineData("said:a speaker:b -said:c", true)]
    [InlineData("said:(a OR b*) AND speaker:[a TO m]", true)]
    [InlineData("said:(a NEAR b)", true)]
    [InlineData("said:a OR speaker:b", true)]
    [InlineData("speaker:*", true)]
    [InlineData("said:a (-said:b)", true)]
    [InlineData("-said:a", false)]
    [InlineData("-said:a -speaker:b", false)]
    [InlineData("said:a OR -said:b", false)]
    [InlineData("said:a b", false)]
    [InlineData("said:a stance:left", false)]
    [InlineData("_missing:speaker", false)]
    [InlineData("*", false)]
    public void A_tree_asks_for_one_quotation_when_it_is_of_nothing_else_and_does_not_only_exclude(string query, bool asks) =>
        Assert.Equal(asks, QuotationParts.AsksForOne(QueryParser.Parse(query).Root!));

    [Theory]
    [InlineData("said:a speaker:b c", "+(+said:a +speaker:b) +text:c")]
    [InlineData("c said:a -speaker:b -d", "+(+said:a -speaker:b) +text:c -text:d")]
    [InlineData("+said:a c OR said:b", "(+said:a +text:c) OR said:b")]
    [InlineData("c -said:a -said:b", "+text:c -said:a -said:b")]
    [InlineData("c said:a", "+text:c +said:a")]
    [InlineData("said:a speaker:b", "+said:a +speaker:b")]
    [InlineData("c (-said:a) (-said:b)", "+text:c +(-said:a) +(-said:b)")]
    public void What_is_required_and_excluded_of_quotations_is_brought_together_when_any_is_required(string query, string grouped)
    {
        QueryNode root = QueryParser.Parse(query).Root!;
        Assert.Equal(grouped, QueryPrinter.Print(root is BooleanNode boolean ? QuotationParts.Group(boolean) : root));
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("title:a -author:b stance:left", true)]
    [InlineData("a said:b", false)]
    [InlineData("stance:left", false)]
    [InlineData("date:2022", false)]
    [InlineData("a _missing:speaker", false)]
    public void A_tree_asks_for_articles_when_it_has_words_of_theirs_and_none_of_quotations(string query, bool asks) =>
        Assert.Equal(asks, QuotationParts.AsksForArticle(QueryParser.Parse(query).Root!));

    [Theory]
    [InlineData("leave title:x", "+said:leave +title:x")]
    [InlineData("\"we leave\" OR go*", "said:\"we leave\" OR said:go*")]
    [InlineData("verbatim:leave", "verbatim:said:leave")]
    [InlineData("*", "*:*")]
    [InlineData("leave?", "said:leave")]
    public void Words_without_a_field_are_of_the_one_that_the_caller_names(string query, string read) =>
        Assert.Equal(read, QueryPrinter.Print(QueryParser.Parse(query, field: QueryFields.Said).Root));
}
