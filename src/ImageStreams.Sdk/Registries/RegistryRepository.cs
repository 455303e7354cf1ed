using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>One repository of one registry, with the way to contact it.</summary>
/// <remarks>Immutable and compared by content. Names are validated when set, so that none can change the meaning of a
/// URL.</remarks>
public sealed record RegistryRepository
{
    /// <summary>The registry: a host with an optional port, such as <c>quay.io</c> or <c>localhost:5000</c>.</summary>
    /// <exception cref="ArgumentException">The value is not a host with an optional port.</exception>
    public required string Registry { get; init => field = RegistryGrammar.RequireRegistry(value); }

    /// <summary>The repository's path in the registry, such as <c>library/python</c>; at most 255 characters.</summary>
    /// <exception cref="ArgumentException">The value is not a repository name of the OCI distribution
    /// specification.</exception>
    public required string Name { get; init => field = RegistryGrammar.RequireRepositoryName(value); }

    /// <summary>Gets a value indicating whether HTTPS without a verified certificate is allowed and, when that fails,
    /// plain HTTP; false by default.</summary>
    /// <remarks>As in OpenShift, HTTPS without verification is tried before HTTP. Redirects to HTTP and token servers over
    /// HTTP are allowed, too.</remarks>
    public bool Insecure { get; init; }

    /// <summary>The kinds of manifest that the caller accepts; all of them by default.</summary>
    public ManifestKinds Accept { get; init; } = ManifestKinds.All;

    /// <summary>The scope in which credentials are looked up, such as a namespace with pull secrets of its own; empty by
    /// default.</summary>
    /// <remarks>It is passed to the <see cref="IRegistryCredentialSource"/> and never sent.</remarks>
    public string CredentialScope { get; init; } = "";

    /// <summary>The registry or mirror that served the same image before; <see langword="null"/>, the default, for
    /// none.</summary>
    /// <remarks>A client with mirrors contacts it first, if it is one of the pull sources of its policy, so that all parts
    /// of an image come from one location. Other clients ignore it.</remarks>
    public ServingRegistry? StartAt { get; init; }

    /// <summary>The hosts to which the registry must not lead by a redirect or a challenge.</summary>
    internal BlockedHosts BlockedHosts { get; init; } = BlockedHosts.None;

    /// <summary>Creates the repository of a reference, with Docker's defaults.</summary>
    /// <param name="reference">The reference; its tag and digest are ignored.</param>
    /// <param name="insecure"><see langword="true"/> to allow an insecure registry.</param>
    /// <returns>The repository.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reference"/> is null.</exception>
    /// <exception cref="ArgumentException">The reference has no name, or its parts are not valid for a
    /// registry.</exception>
    public static RegistryRepository From(ImageReference reference, bool insecure = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var complete = reference.ToDockerClientDefaults();
        var name = complete.Namespace.Length == 0 ? complete.Name : $"{complete.Namespace}/{complete.Name}";
        return new RegistryRepository { Registry = complete.Registry, Name = name, Insecure = insecure };
    }

    /// <summary>Returns <c>registry/name</c>.</summary>
    public override string ToString() => $"{Registry}/{Name}";
}
