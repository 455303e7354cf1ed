using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>One repository of one registry, and how it is to be asked.</summary>
/// <remarks>Immutable and compared by content. Names are validated when set, so that no part can bend a URL.</remarks>
public sealed record RegistryRepository
{
    /// <summary>The registry as a caller names it: a host with an optional port, such as <c>quay.io</c> or
    /// <c>localhost:5000</c>.</summary>
    /// <exception cref="ArgumentException">The value is not a host with an optional port.</exception>
    public required string Registry { get; init => field = RegistryGrammar.RequireRegistry(value); }

    /// <summary>The repository's path in the registry, such as <c>library/python</c>; at most 255 characters.</summary>
    /// <exception cref="ArgumentException">The value is not a repository name of the OCI distribution
    /// specification.</exception>
    public required string Name { get; init => field = RegistryGrammar.RequireRepositoryName(value); }

    /// <summary>Whether the registry may be asked without a verified certificate and, failing that, over plain
    /// HTTP.</summary>
    /// <remarks>
    /// Off by default. As in OpenShift, HTTPS without verification is tried before HTTP. It also permits what hangs on
    /// it: redirects to HTTP and token servers over HTTP.
    /// </remarks>
    public bool Insecure { get; init; }

    /// <summary>The kinds of manifest that the caller understands; all of them by default.</summary>
    public ManifestKinds Accept { get; init; } = ManifestKinds.All;

    /// <summary>In whose name the registry is asked, such as a namespace with pull secrets; empty by default.</summary>
    /// <remarks>It is handed to the <see cref="IRegistryCredentialSource"/> and never sent.</remarks>
    public string CredentialScope { get; init; } = "";

    /// <summary>Where an earlier answer about the same image came from; <see langword="null"/> for nowhere.</summary>
    /// <remarks>
    /// A client with mirrors asks there first, so that an image comes from one place, and only if its policy names the
    /// place; others take no notice. See <see cref="ServingRegistry"/>.
    /// </remarks>
    public ServingRegistry? StartAt { get; init; }

    /// <summary>Creates the repository that a reference points into, with Docker's defaults filled in.</summary>
    /// <param name="reference">The reference; its tag and digest play no role.</param>
    /// <param name="insecure">Whether the registry was named insecure.</param>
    /// <exception cref="ArgumentException">The reference has no name, or was composed of parts that no registry can
    /// have.</exception>
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
