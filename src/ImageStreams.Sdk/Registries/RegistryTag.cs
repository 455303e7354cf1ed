namespace ImageStreams.Registries;

/// <summary>One tag of a repository's tag list.</summary>
public sealed record RegistryTag
{
    /// <summary>The name of the tag.</summary>
    public required string Name { get; init; }

    /// <summary>Who listed it.</summary>
    public required ServingRegistry Source { get; init; }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
