using System.Diagnostics.CodeAnalysis;
using SearchService.Conformance;
using SearchService.Core.Indexes;
using Xunit.Sdk;

[assembly: RegisterXunitSerializer(typeof(BackendSerializer), typeof(IBackend))]

namespace SearchService.Conformance;

/// <summary>Lets each test be listed, and run alone, for each backend: by its name.</summary>
public sealed class BackendSerializer : IXunitSerializer
{
    /// <inheritdoc/>
    public object Deserialize(Type type, string serializedValue) => Backends.Named(serializedValue);

    /// <inheritdoc/>
    public bool IsSerializable(Type type, object? value, [NotNullWhen(false)] out string? failureReason)
    {
        failureReason = value is IBackend ? null : $"{type} is no backend.";
        return failureReason is null;
    }

    /// <inheritdoc/>
    public string Serialize(object value) => ((IBackend)value).Name;
}
