using System.Collections.Frozen;
using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>The registries that images may come from.</summary>
/// <remarks>
/// OpenShift's list of registries allowed for import: patterns of hosts and ports, the cluster's own registry, and
/// repositories that were there before the list was. Immutable; safe to share between threads.
/// </remarks>
public sealed class AllowedRegistries
{
    private readonly ValueList<RegistryPattern> _patterns;
    private readonly FrozenSet<string> _repositories;

    private AllowedRegistries(ValueList<RegistryPattern> patterns, FrozenSet<string> repositories) =>
        (_patterns, _repositories) = (patterns, repositories);

    /// <summary>Every registry is allowed.</summary>
    public static AllowedRegistries All { get; } = new([new RegistryPattern("*", "*")], FrozenSet<string>.Empty);

    /// <summary>Whether nothing will ever be refused.</summary>
    internal bool AllowsAll => ReferenceEquals(this, All);

    /// <summary>Allows the registries of a list, and the cluster's own one.</summary>
    /// <remarks>An empty list allows nothing but that one; to allow everything there is <see cref="All"/>.</remarks>
    /// <param name="registries">The registries, or patterns for them.</param>
    /// <param name="internalRegistryHostname">
    /// The host of the cluster's own registry, with port 443 unless it names one; empty when there is none.
    /// </param>
    /// <returns>What is allowed.</returns>
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

    /// <summary>Allows some repositories in addition, whatever registry they are in.</summary>
    /// <remarks>
    /// So an update may keep what a stream has already, though the list would refuse it today. Repositories are
    /// compared as <see cref="DockerReferenceComparer"/> does, without tag and digest.
    /// </remarks>
    /// <param name="references">Images of these repositories.</param>
    /// <returns>What is allowed then.</returns>
    public AllowedRegistries WithRepositories(IEnumerable<ImageReference> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        return AllowsAll
            ? this
            : new AllowedRegistries(
                _patterns, _repositories.Concat(references.Select(Repository)).ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>Whether an image may come from where its pull spec says.</summary>
    /// <param name="reference">The pull spec.</param>
    /// <param name="security">How its registry will be talked to.</param>
    /// <returns>The answer, with its reason.</returns>
    public RegistryAdmissionResult Admit(ImageReference reference, RegistrySecurity security = RegistrySecurity.Secure)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ContainsRepository(reference) ? RegistryAdmissionResult.Admitted.Instance : AdmitHost(reference.Registry, security);
    }

    /// <summary>Whether images may come from a registry.</summary>
    /// <param name="registry">The registry's host, with a port if it needs one; empty means Docker Hub.</param>
    /// <param name="security">How it will be talked to.</param>
    /// <returns>The answer, with its reason.</returns>
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

    /// <summary>Whether the repository of an image is one of those allowed in addition.</summary>
    internal bool ContainsRepository(ImageReference reference) =>
        _repositories.Count > 0 && _repositories.Contains(Repository(reference));

    private static string Repository(ImageReference reference) =>
        reference.ToDockerClientDefaults().ToRepository().ToExactString();

    private static List<RegistryPattern> Parse(IEnumerable<AllowedRegistry> registries)
    {
        var patterns = new List<RegistryPattern>();
        var bad = new List<string>();
        foreach (var registry in registries)
        {
            if (RegistryPattern.TryParse(registry.DomainName, registry.Insecure, out var pattern))
            {
                patterns.Add(pattern);
            }
            else
            {
                bad.Add(registry.DomainName);
            }
        }

        return bad.Count > 0
            ? throw new RegistryPatternFormatException([.. bad])
            : [.. Enumerable.Reverse(patterns).Distinct().Reverse()]; // of two equal ones the last keeps its place
    }

    private RegistryAdmissionResult.Refused Refuse(string registry) => new()
    {
        Registry = registry,
        Message = AdmissionTexts.Refused(registry, _patterns),
    };
}
