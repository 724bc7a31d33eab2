using Microsoft.Extensions.Options;
using SearchService.Backend.Embedded;
#if LUCENE_NET
using SearchService.Backend.LuceneNet;
#endif
using SearchService.Core.Indexes;

namespace SearchService.Web;

/// <summary>The one place where the service chooses its backend; it doesn't start with a name that there isn't.</summary>
internal sealed class ServedBackend : IValidateOptions<ServiceOptions>
{
    /// <summary>Gets those that the service is built with.</summary>
    internal static BackendChoice Choice { get; } =
#if LUCENE_NET
        new([new EmbeddedBackend(), new LuceneNetBackend()]);
#else
        new([new EmbeddedBackend()], ("lucene", "is built in with -p:LuceneNet=true (make serve BACKEND=lucene), and needs the packages of Lucene.Net"));
#endif

    /// <summary>The one that the settings name.</summary>
    /// <exception cref="OptionsValidationException">There is none of this name.</exception>
    internal static IBackend Chosen(ServiceOptions options) =>
        Choice.TryFind(options.Backend ?? Choice.Default, out IBackend? backend, out string? problem)
            ? backend
            : throw new OptionsValidationException(nameof(ServiceOptions.Backend), typeof(ServiceOptions), [problem]);

    public ValidateOptionsResult Validate(string? name, ServiceOptions options) =>
        Choice.TryFind(options.Backend ?? Choice.Default, out _, out string? problem) ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problem);
}
