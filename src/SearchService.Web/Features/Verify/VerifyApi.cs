using Microsoft.AspNetCore.Mvc;
using SearchService.Quotations.Verification;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Verify;

/// <summary><c>/api/verify</c>.</summary>
internal static class VerifyApi
{
    private const string Description =
        "Looks in articles whole, headlines too, not only in the quotations found in them. verbatim: the places, first by date; also where the text leaves out what a reporter says between two parts of a quotation, or marks by dots what it leaves out. altered: the nearest passages, with the words dropped, inserted, replaced, inflected and moved. absent: nothing of the kind.";

    internal static void MapVerify(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/verify", GetAsync)
            .WithName("verify")
            .WithSummary("Says whether the archive has a text verbatim, altered, or not at all")
            .WithDescription(Description)
            .WithQueryParameters(VerifyParameters.All)
            .Produces<VerifyAnswer>()
            .ProducesApiProblems();
        routes.MapPost("/verify", PostAsync)
            .WithName("verifyByBody")
            .WithSummary("Says whether the archive has a text, given as JSON")
            .WithDescription("The same as GET, for texts too long for an address.")
            .Accepts<VerifyBody>("application/json")
            .Produces<VerifyAnswer>()
            .ProducesApiProblems(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);
    }

    private static async Task GetAsync(HttpContext context, [FromServices] ArticleIndexHost host)
    {
        VerificationRequest request = VerifyParameters.Read(context.Request);
        if (!EntityTags.NotModified(context, host.Index.Describe()))
        {
            await AnswerAsync(context, host, request);
        }
    }

    private static async Task PostAsync(HttpContext context, [FromServices] ArticleIndexHost host)
    {
        VerifyBody body = await JsonBody.ReadAsync(context.Request, ApiJson.Relaxed.VerifyBody, context.RequestAborted);
        EntityTags.NotModified(context, host.Index.Describe());
        await AnswerAsync(context, host, body.ToRequest());
    }

    private static async Task AnswerAsync(HttpContext context, ArticleIndexHost host, VerificationRequest request)
    {
        host.Search.CheckFilters(request.Filters);
        VerificationResponse response = new TextVerifier(host.Index).Verify(request, context.RequestAborted);
        await context.Response.WriteAsJsonAsync(VerifyAnswer.Of(request.Text, response), ApiJson.Relaxed.VerifyAnswer, contentType: null, context.RequestAborted);
    }
}
