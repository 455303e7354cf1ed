using ImageStreams.Clients;
using ImageStreams.Patching;

namespace ImageStreams.AspNetCore;

/// <summary>A request to a resource: its path, query and body as they were read.</summary>
public sealed record ResourceRequest
{
    /// <summary>The verb, one of <see cref="ResourceVerbs"/>.</summary>
    public required string Verb { get; init; }

    /// <summary>The namespace; null for all of them, and for a resource without namespaces.</summary>
    public string? Namespace { get; init; }

    /// <summary>The name of the object; null for a list, a creation and a deletion of a collection.</summary>
    public string? Name { get; init; }

    /// <summary>The subresource, such as <c>status</c>; null for none.</summary>
    public string? Subresource { get; init; }

    /// <summary>The user who asks.</summary>
    public ApiUser User { get; init; } = ApiUser.Admin;

    /// <summary>The body as JSON, also where YAML was sent; empty without a body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The patch in the body; null for other requests.</summary>
    public ObjectPatch? Patch { get; init; }

    /// <summary>The version that a get asks for at least; null for the latest.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>The options of a creation, an update or a patch.</summary>
    public WriteOptions Write { get; init; } = new();

    /// <summary>The options of a list, or the selection of a deletion of a collection.</summary>
    public ListOptions List { get; init; } = new();

    /// <summary>The options of a watch.</summary>
    public WatchOptions Watch { get; init; } = new();

    /// <summary>The options of a deletion.</summary>
    public DeleteOptions Delete { get; init; } = new();

    /// <summary>Adds a <c>Warning</c> header to the answer; called before the method returns.</summary>
    public Action<string> Warn { get; init; } = static _ => { };

    /// <summary>Returns the verb and the path.</summary>
    public override string ToString() => $"{Verb} {Namespace}/{Name}{(Subresource is null ? "" : "/" + Subresource)}";
}
