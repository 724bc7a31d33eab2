using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using SearchService.Web.Features.Articles;
using SearchService.Web.Features.Facets;
using SearchService.Web.Features.Index;
using SearchService.Web.Features.Quotes;
using SearchService.Web.Features.Search;
using SearchService.Web.Features.Suggest;
using SearchService.Web.Features.Verify;

namespace SearchService.Web.Http;

/// <summary>Every body that the endpoint reads or writes, in camelCase, absent where there is no value.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(SearchBody))]
[JsonSerializable(typeof(ArticleAnswer))]
[JsonSerializable(typeof(SimilarAnswer))]
[JsonSerializable(typeof(FacetValuesAnswer))]
[JsonSerializable(typeof(IndexAnswer))]
[JsonSerializable(typeof(SuggestAnswer))]
[JsonSerializable(typeof(QuotationsAnswer))]
[JsonSerializable(typeof(SingleQuotationAnswer))]
[JsonSerializable(typeof(VersionsAnswer))]
[JsonSerializable(typeof(VerifyAnswer))]
[JsonSerializable(typeof(VerifyBody))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Leaves letters of all scripts as they are; what HTML could misread is still escaped.</summary>
    internal static ApiJson Relaxed => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
