namespace SearchService.Web.Tests;

/// <summary>The service over an index of the samples, on each backend that a test asks for: made when the first one does.</summary>
public class ServicesUnderTest : IDisposable
{
    private readonly Dictionary<string, ServiceUnderTest> _made = new(StringComparer.Ordinal);

    /// <summary>The service on the backend of this name.</summary>
    internal ServiceUnderTest On(string backend)
    {
        if (!_made.TryGetValue(backend, out ServiceUnderTest? service))
        {
            _made.Add(backend, service = new ServiceUnderTest(backend));
            Start(service);
        }

        return service;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ServiceUnderTest service in _made.Values)
        {
            service.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Called once for each; without more, a service starts with its first request, on no port.</summary>
    protected virtual void Start(ServiceUnderTest service)
    {
    }
}
