namespace ImageStreams.Kubernetes;

/// <summary>The object that an Event is about.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Namespace">The namespace.</param>
/// <param name="Name">The name.</param>
internal sealed record EventObject(string Kind, string Namespace, string Name)
{
    /// <summary>The version; null where it is not known.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The identity, by which descriptions find the Event; null where it is not known.</summary>
    public string? Uid { get; init; }
}
