namespace ImageStreams.Registries;

/// <summary>One tag of a repository's tag list.</summary>
public sealed record RegistryTag
{
    /// <summary>The name of the tag.</summary>
    public required string Name { get; init; }

    /// <summary>The registry or mirror that listed the tag.</summary>
    public required ServingRegistry Source { get; init; }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
