using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>The objects that a command is about, as the command line names them.</summary>
internal sealed record InputSettings
{
    /// <summary>The files, folders and globs; <c>-</c> for the standard input.</summary>
    public required ValueList<string> Paths { get; init; }

    /// <summary>The files that the command line names and that cannot be manifests, such as a Dockerfile; none for most commands.</summary>
    public ValueList<string> OtherPaths { get; init; }

    /// <summary>The namespace of objects and tags that name none.</summary>
    public string? Namespace { get; init; }

    /// <summary>The host name of the cluster's registry.</summary>
    public string? RegistryHost { get; init; }

    /// <summary>The values of template parameters by name.</summary>
    public ValueMap<string> Parameters { get; init; }

    /// <summary>The cluster that the files stand over; null for none.</summary>
    public ClusterSettings? Cluster { get; init; }

    /// <summary>Gets a value indicating whether only the status of the objects counts.</summary>
    public bool AsStored { get; init; }
}
