namespace ImageStreams.Resolution;

/// <summary>One step on the way from a tag to what it stands for.</summary>
public sealed record TagHop
{
    /// <summary>The namespace of the tag's stream; empty when it has none.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The name of the tag's stream; empty when it has none.</summary>
    public required string Stream { get; init; }

    /// <summary>The tag.</summary>
    public required string Tag { get; init; }

    /// <summary>How the way came here.</summary>
    public TagHopRule Rule { get; init; }

    /// <summary>What the tag is to follow; null when the stream has no such wish, or there is no such stream.</summary>
    public TagReference? Reference { get; init; }

    /// <summary>The tag's full name, such as <c>shop/python:latest</c>.</summary>
    public string Name => Namespace.Length == 0 ? $"{Stream}:{Tag}" : $"{Namespace}/{Stream}:{Tag}";

    /// <summary>What the tag follows, such as <c>python:3.8</c> or a pull spec; null when it follows nothing.</summary>
    public string? Follows => Reference?.From is { } from
        ? InNamespace(from, IsBareTag(from) ? $"{Stream}:{from.Name}" : from.Name)
        : null;

    /// <summary>The tag, and what it follows: <c>shop/python:latest follows python:3.8</c>.</summary>
    public override string ToString() => Follows is null ? Name : $"{Name} follows {Follows}";

    private static bool IsBareTag(ObjectReference from) =>
        from is { Kind: ReferenceKinds.ImageStreamTag, Name: { } name } && !name.Contains(':', StringComparison.Ordinal);

    private static string? InNamespace(ObjectReference from, string? name) =>
        string.IsNullOrEmpty(from.Namespace) ? name : $"{from.Namespace}/{name}";
}
