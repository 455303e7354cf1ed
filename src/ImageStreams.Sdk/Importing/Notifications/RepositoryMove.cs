using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>A repository of a registry, or one tag of it, is no longer what it was.</summary>
/// <remarks>A hint, and no more: what the tag is now is asked of the registry. Each name is checked when set.</remarks>
public sealed record RepositoryMove
{
    /// <summary>The registry's host with its optional port, in lower case; <c>docker.io</c> for each name of Docker
    /// Hub.</summary>
    /// <exception cref="ArgumentException">The value is no host with an optional port.</exception>
    public required string Registry
    {
        get;
        init => field = RegistryScope.Canonical(RegistryGrammar.RequireRegistry(value));
    }

    /// <summary>The repository's whole path in the registry, such as <c>library/python</c>.</summary>
    /// <exception cref="ArgumentException">The value is no name of a repository.</exception>
    public required string Repository { get; init => field = RegistryGrammar.RequireRepositoryName(value); }

    /// <summary>The tag; null when any tag of the repository may have moved.</summary>
    /// <exception cref="ArgumentException">The value is no tag.</exception>
    public string? Tag { get; init => field = value is null ? null : RegistryGrammar.RequireTag(value); }

    /// <summary>The manifest that was pushed or deleted; null when that was not said.</summary>
    public Digest? Digest { get; init; }

    /// <summary>What happened.</summary>
    public RepositoryAction Action { get; init; }

    /// <summary>When it happened; not set when that was not said.</summary>
    public Timestamp Time { get; init; }

    /// <summary>The move of what a reference names, with Docker's defaults for its registry and namespace.</summary>
    /// <param name="reference">The reference; without a tag it is the whole repository.</param>
    /// <exception cref="ArgumentException">The reference names nothing that a registry can have.</exception>
    public static RepositoryMove FromReference(ImageReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);

        var repository = RegistryRepository.From(Normalize(reference));
        return new RepositoryMove
        {
            Registry = repository.Registry,
            Repository = repository.Name,
            Tag = reference.Tag.Length == 0 ? null : reference.Tag,
            Digest = reference.Digest,
        };
    }

    /// <summary>The reference with nothing left to assume, and its registry's one name.</summary>
    internal static ImageReference Normalize(ImageReference reference) =>
        reference.WithRegistry(RegistryScope.Canonical(reference.Registry)).ToDockerClientDefaults();

    /// <summary>Returns what moved, such as <c>quay.io/team/app:1.0 pushed</c>.</summary>
    public override string ToString()
    {
        var tag = Tag is null ? "" : $":{Tag}";
        var digest = Digest is null ? "" : $"@{Digest}";
        return $"{Registry}/{Repository}{tag}{digest} {(Action == RepositoryAction.Pushed ? "pushed" : "deleted")}";
    }
}
