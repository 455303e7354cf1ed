using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>A change of a repository in a registry, or of one tag of it.</summary>
/// <remarks>
/// Only a hint: the current image of the tag is requested from the registry. Each name is validated when it is set.
/// </remarks>
public sealed record RepositoryMove
{
    /// <summary>
    /// The host of the registry with its optional port, in lower case; <c>docker.io</c> for every name of Docker Hub.
    /// </summary>
    /// <exception cref="ArgumentException">The value is not a host with an optional port.</exception>
    public required string Registry
    {
        get;
        init => field = RegistryScope.Canonical(RegistryGrammar.RequireRegistry(value));
    }

    /// <summary>The whole path of the repository in the registry, such as <c>library/python</c>.</summary>
    /// <exception cref="ArgumentException">The value is not the name of a repository.</exception>
    public required string Repository { get; init => field = RegistryGrammar.RequireRepositoryName(value); }

    /// <summary>The tag; null when any tag of the repository may have moved.</summary>
    /// <exception cref="ArgumentException">The value is not a tag.</exception>
    public string? Tag { get; init => field = value is null ? null : RegistryGrammar.RequireTag(value); }

    /// <summary>The digest of the manifest that was pushed or deleted; null when it is not known.</summary>
    public Digest? Digest { get; init; }

    /// <summary>The kind of the change.</summary>
    public RepositoryAction Action { get; init; }

    /// <summary>The time of the change; not set when it is not known.</summary>
    public Timestamp Time { get; init; }

    /// <summary>Creates the move of a reference, with the defaults of a Docker client for its registry and namespace.</summary>
    /// <param name="reference">The reference; without a tag the whole repository.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reference"/> is null.</exception>
    /// <exception cref="ArgumentException">The reference is not one of a repository in a registry.</exception>
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

    /// <summary>Fills in the defaults of a reference, and the one name of its registry.</summary>
    internal static ImageReference Normalize(ImageReference reference) =>
        reference.WithRegistry(RegistryScope.Canonical(reference.Registry)).ToDockerClientDefaults();

    /// <summary>Returns the change, such as <c>quay.io/team/app:1.0 pushed</c>.</summary>
    public override string ToString()
    {
        var tag = Tag is null ? "" : $":{Tag}";
        var digest = Digest is null ? "" : $"@{Digest}";
        return $"{Registry}/{Repository}{tag}{digest} {(Action == RepositoryAction.Pushed ? "pushed" : "deleted")}";
    }
}
