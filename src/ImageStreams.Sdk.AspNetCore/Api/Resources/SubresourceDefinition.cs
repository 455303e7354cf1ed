using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>A part of a resource with a path of its own, such as <c>imagestreams/status</c>.</summary>
public sealed record SubresourceDefinition
{
    /// <summary>The name in paths, such as <c>status</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of its objects, such as <c>ImageStream</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The <c>apiVersion</c> of its objects; null, the default, for that of the resource.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The verbs, each of <see cref="ResourceVerbs"/>.</summary>
    public required ValueList<string> Verbs { get; init; }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
