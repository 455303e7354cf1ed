namespace ImageStreams.Resolution;

/// <summary>One tag on the path from a tag to its image.</summary>
public sealed record TagHop
{
    /// <summary>The namespace of the tag's stream; empty when it has none.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The name of the tag's stream; empty when it has none.</summary>
    public required string Stream { get; init; }

    /// <summary>The tag.</summary>
    public required string Tag { get; init; }

    /// <summary>The rule by which the previous tag names this one.</summary>
    public TagHopRule Rule { get; init; }

    /// <summary>The spec tag; null when the stream has no such spec tag, or does not exist.</summary>
    public TagReference? Reference { get; init; }

    /// <summary>The tag's full name, such as <c>shop/python:latest</c>.</summary>
    public string Name => Namespace.Length == 0 ? $"{Stream}:{Tag}" : $"{Namespace}/{Stream}:{Tag}";

    /// <summary>The source of the tag, such as <c>python:3.8</c> or a pull spec; null when it follows nothing.</summary>
    public string? Follows
    {
        get
        {
            if (Reference?.From is not { } from)
            {
                return null;
            }

            var name = IsBareTag(from) ? $"{Stream}:{from.Name}" : from.Name;
            return string.IsNullOrEmpty(from.Namespace) ? name : $"{from.Namespace}/{name}";
        }
    }

    /// <summary>Returns the tag and its source: <c>shop/python:latest follows python:3.8</c>.</summary>
    public override string ToString() => Follows is null ? Name : $"{Name} follows {Follows}";

    private static bool IsBareTag(ObjectReference from) =>
        from is { Kind: ReferenceKinds.ImageStreamTag, Name: { } name } && !name.Contains(':', StringComparison.Ordinal);
}
