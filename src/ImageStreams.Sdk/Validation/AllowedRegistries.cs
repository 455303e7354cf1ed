using System.Collections.Frozen;
using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>The registries that images may come from.</summary>
/// <remarks>
/// OpenShift's list of registries allowed for import: patterns of hosts and ports, the cluster's own registry, and the
/// repositories that streams have already. Immutable; safe to share between threads.
/// </remarks>
public sealed class AllowedRegistries
{
    private readonly ValueList<RegistryPattern> _patterns;
    private readonly FrozenSet<string> _repositories;

    private AllowedRegistries(ValueList<RegistryPattern> patterns, FrozenSet<string> repositories)
    {
        _patterns = patterns;
        _repositories = repositories;
    }

    /// <summary>All registries.</summary>
    public static AllowedRegistries All { get; } = new([new RegistryPattern("*", "*")], FrozenSet<string>.Empty);

    /// <summary>Gets a value indicating whether every image is admitted.</summary>
    internal bool AllowsAll => ReferenceEquals(this, All);

    /// <summary>Creates an object that allows the registries of a list, and the cluster's own registry.</summary>
    /// <remarks>An empty list allows only the cluster's own registry; <see cref="All"/> allows everything.</remarks>
    /// <param name="registries">The registries, or patterns for them.</param>
    /// <param name="internalRegistryHostname">
    /// The host of the cluster's own registry, with port 443 unless it has one; empty when there is none.
    /// </param>
    /// <returns>The allowed registries.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="registries"/> or <paramref name="internalRegistryHostname"/> is null.
    /// </exception>
    /// <exception cref="RegistryPatternFormatException">Some of the patterns have more than one colon.</exception>
    public static AllowedRegistries Create(IEnumerable<AllowedRegistry> registries, string internalRegistryHostname = "")
    {
        ArgumentNullException.ThrowIfNull(registries);
        ArgumentNullException.ThrowIfNull(internalRegistryHostname);

        var patterns = Parse(registries);
        if (internalRegistryHostname.Length > 0
            && RegistryPattern.TryParse(internalRegistryHostname, insecure: false, out var own)
            && !patterns.Contains(own))
        {
            patterns.Insert(0, own);
        }

        return new AllowedRegistries([.. patterns], FrozenSet<string>.Empty);
    }

    /// <summary>Returns a copy that also allows some repositories, regardless of their registry.</summary>
    /// <remarks>
    /// An update can then keep the images that a stream already has, although the list no longer allows them. Repositories are
    /// compared as <see cref="DockerReferenceComparer"/> does, without tag and digest.
    /// </remarks>
    /// <param name="references">Images in these repositories.</param>
    /// <returns>The allowed registries and repositories.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="references"/> is null.</exception>
    public AllowedRegistries WithRepositories(IEnumerable<ImageReference> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        return AllowsAll
            ? this
            : new AllowedRegistries(
                _patterns, _repositories.Concat(references.Select(GetRepository)).ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>Determines whether an image may come from its registry.</summary>
    /// <param name="reference">The image's pull spec.</param>
    /// <param name="security">The security of the connection to the registry.</param>
    /// <returns>The decision, with its reason.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reference"/> is null.</exception>
    public RegistryAdmissionResult Admit(
        ImageReference reference, RegistrySecurity security = RegistrySecurity.Secure)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ContainsRepository(reference)
            ? RegistryAdmissionResult.Admitted.Instance
            : AdmitHost(reference.Registry, security);
    }

    /// <summary>Determines whether images may come from a registry.</summary>
    /// <param name="registry">The registry's host, with a port if it needs one; empty means Docker Hub.</param>
    /// <param name="security">The security of the connection to the registry.</param>
    /// <returns>The decision, with its reason.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="registry"/> is null.</exception>
    public RegistryAdmissionResult AdmitHost(string registry, RegistrySecurity security = RegistrySecurity.Secure)
    {
        ArgumentNullException.ThrowIfNull(registry);

        var host = RegistryHost.FromRegistry(registry, security);
        foreach (var pattern in _patterns)
        {
            if (host.IsCoveredBy(pattern))
            {
                return RegistryAdmissionResult.Admitted.Instance;
            }
        }

        return Refuse(registry.Length == 0 ? host.ToString() : registry);
    }

    /// <summary>Determines whether the image's repository is one of those allowed in addition.</summary>
    internal bool ContainsRepository(ImageReference reference) =>
        _repositories.Count > 0 && _repositories.Contains(GetRepository(reference));

    private static string GetRepository(ImageReference reference) =>
        reference.ToDockerClientDefaults().ToRepository().ToExactString();

    private static List<RegistryPattern> Parse(IEnumerable<AllowedRegistry> registries)
    {
        var patterns = new List<RegistryPattern>();
        var invalid = new List<string>();
        foreach (var registry in registries)
        {
            if (RegistryPattern.TryParse(registry.DomainName, registry.Insecure, out var pattern))
            {
                patterns.Add(pattern);
            }
            else
            {
                invalid.Add(registry.DomainName);
            }
        }

        return invalid.Count > 0
            ? throw AdmissionErrors.InvalidPatterns([.. invalid])
            : [.. Enumerable.Reverse(patterns).Distinct().Reverse()]; // the last of equal patterns keeps its position
    }

    private RegistryAdmissionResult.Refused Refuse(string registry) => new()
    {
        Registry = registry,
        Message = AdmissionTexts.Refused(registry, _patterns),
    };
}
