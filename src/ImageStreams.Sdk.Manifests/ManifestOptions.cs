namespace ImageStreams.Manifests;

/// <summary>Options of loading a set of manifests.</summary>
public sealed class ManifestOptions
{
    /// <summary>The namespace of objects that name none; null, the default, leaves them without one.</summary>
    public string? Namespace { get; set; }
}
