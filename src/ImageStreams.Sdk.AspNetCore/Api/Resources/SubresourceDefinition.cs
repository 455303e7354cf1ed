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

    /// <summary>Gets a value indicating whether its objects are sent as a table, with the columns of the resource, to a client that asks
    /// for one; the default is true. Where it is false, such a client is sent JSON if it accepts that, and is refused with 406 if
    /// not.</summary>
    public bool HasTable { get; init; } = true;

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
