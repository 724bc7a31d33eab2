using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SearchService.Core.Indexes;

namespace SearchService.Web.Tests.Backends;

/// <summary>The service over an index of the samples that can do no more than it is told to.</summary>
/// <param name="capabilities">What it says of itself.</param>
public abstract class ServiceOnLimitedBackend(BackendCapabilities capabilities) : ServiceUnderTest
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<IBackend>(new LimitedBackend(capabilities))));
    }
}
