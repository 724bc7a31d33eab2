using SearchService.Quotations.Finding;

namespace SearchService.Quotations.Tests.Finding;

public sealed class QuotationFinderTests
{
    [Fact]
    public void A_text_without_quotation_marks_has_no_quotations()
    {
        QuotationReading reading = new QuotationFinder().Read("The harbour was closed for the night.", "en");
        Assert.Empty(reading.Quotes);
        Assert.Empty(reading.People);
    }
}
