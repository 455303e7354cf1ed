using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Registries;

/// <summary>Determines the pull sources of an image, and the order in which they are contacted.</summary>
/// <remarks>
/// <para>Follows OpenShift and <c>containers-registries.conf</c>: of the rules with mirrors, those with the longest
/// source are used, regardless of the kind of request; their mirrors come in order and the source comes last. Mirrors
/// for digests are not contacted for tags, nor mirrors for tags for digests. When a source is blocked its mirrors
/// remain, and when a mirror is blocked the others remain.</para>
/// <para>Works in memory, in time linear in the length of the name. Immutable; safe to share between threads.</para>
/// </remarks>
public sealed class RegistryPolicy
{
    private readonly MirrorTable _mirrors;
    private readonly NeverContactSourceRules _neverContacted;
    private readonly ScopeSet _blocked;
    private readonly BlockedHosts _blockedHosts;
    private readonly ScopeSet _insecure;
    private readonly ScopeSet _allowed;
    private readonly AllowedRegistries _allowedForImport;

    /// <summary>Creates a policy from rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> is null.</exception>
    /// <exception cref="RegistryPatternFormatException">A registry allowed for import is not a pattern.</exception>
    public RegistryPolicy(RegistryRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);

        Rules = rules;
        _mirrors = new MirrorTable(rules.Mirrors);
        _neverContacted = new NeverContactSourceRules(rules.Mirrors);
        _blocked = new ScopeSet(rules.Blocked);
        _blockedHosts = new BlockedHosts(rules.Blocked);
        _insecure = new ScopeSet(rules.Insecure);
        _allowed = new ScopeSet(rules.Allowed);
        _allowedForImport = rules is { AllowedForImport.IsEmpty: true, AllowedForImportOnly: false }
            ? AllowedRegistries.All
            : AllowedRegistries.Create(rules.AllowedForImport);
    }

    /// <summary>The rules of the policy.</summary>
    public RegistryRules Rules { get; }

    /// <summary>Gets the pull sources of a manifest or blob.</summary>
    /// <remarks>When <see cref="RegistryRepository.StartAt"/> is one of the pull sources it comes first, even a mirror
    /// for the other kind of request: the content of a digest is pulled from where its tag was resolved.</remarks>
    /// <param name="repository">The requested repository.</param>
    /// <param name="tagOrDigest">The requested tag or digest.</param>
    /// <returns>The pull sources.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="repository"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="tagOrDigest"/> is neither a tag nor a digest.</exception>
    public PullSourceList GetPullSources(RegistryRepository repository, string tagOrDigest)
    {
        ArgumentNullException.ThrowIfNull(repository);
        RegistryGrammar.RequireTagOrDigest(tagOrDigest);

        var use = Digest.TryParse(tagOrDigest, out _) ? MirrorUse.Digests : MirrorUse.Tags;
        return CreateList(repository, tagOrDigest, use);
    }

    /// <summary>Gets the pull sources of the list of tags: the source only, as in OpenShift.</summary>
    /// <param name="repository">The requested repository.</param>
    /// <returns>The pull sources.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="repository"/> is null.</exception>
    public PullSourceList GetTagListPullSources(RegistryRepository repository)
    {
        ArgumentNullException.ThrowIfNull(repository);

        return CreateList(repository, tagOrDigest: null, MirrorUse.Any);
    }

    private PullSourceList CreateList(RegistryRepository repository, string? tagOrDigest, MirrorUse use) => new()
    {
        Repository = repository,
        TagOrDigest = tagOrDigest,
        Sources = FindForbidden(repository) is { } forbidden ? [forbidden] : GetSources(repository, use),
    };

    /// <summary>Returns the pull source that excludes an image that may not be used; <see langword="null"/> when the
    /// image may be used.</summary>
    private PullSource? FindForbidden(RegistryRepository repository)
    {
        if ((Rules.AllowedOnly || !_allowed.IsEmpty) && _allowed.Find(repository) is null)
        {
            return CreateSource(repository, PullSourceExclusionReason.NotAllowed, DescribeAllowed());
        }

        // an insecure import may turn out to be secure
        var security = repository.Insecure ? RegistrySecurity.Any : RegistrySecurity.Secure;
        return _allowedForImport.AdmitHost(repository.Registry, security) is RegistryAdmissionResult.Refused refused
            ? CreateSource(repository, PullSourceExclusionReason.NotAllowedForImport, refused.Message)
            : null;
    }

    private string DescribeAllowed() => _allowed.IsEmpty
        ? "nothing is allowed: no entry of the list is valid"
        : $"allowed registries: {string.Join(", ", Rules.Allowed)}";

    private ValueList<PullSource> GetSources(RegistryRepository repository, MirrorUse use)
    {
        var sources = new PullSourceListBuilder(repository);
        if (_mirrors.Find(repository) is { } source)
        {
            AddMirrors(sources, source, MirrorUse.Digests, use);
            AddMirrors(sources, source, MirrorUse.Tags, use);
        }

        sources.Add(Evaluate(repository with { StartAt = null }, isMirror: false, reason: null, "it is the source"));
        return sources.ToList();
    }

    private void AddMirrors(PullSourceListBuilder sources, MirrorTable.Source source, MirrorUse mirrorUse, MirrorUse use)
    {
        var reason = FindExclusion(mirrorUse, use);
        foreach (var mirror in mirrorUse == MirrorUse.Digests ? source.ForDigests : source.ForTags)
        {
            if (sources.Rewrite(source.Scope, mirror.Location) is { } location)
            {
                var explanation = $"{mirror.Origin} mirrors {source.Scope} to {mirror.Name}";
                sources.Add(Evaluate(location, !sources.IsRequested(location), reason, explanation));
            }
        }
    }

    /// <summary>Returns the reason for not contacting mirrors of one use for a request; <see langword="null"/> when
    /// they are contacted.</summary>
    private static PullSourceExclusionReason? FindExclusion(MirrorUse mirrorUse, MirrorUse use) => (mirrorUse, use) switch
    {
        _ when mirrorUse == use => null,
        (_, MirrorUse.Any) => PullSourceExclusionReason.NotForLists,
        (MirrorUse.Digests, _) => PullSourceExclusionReason.ForDigestsOnly,
        _ => PullSourceExclusionReason.ForTagsOnly,
    };

    private PullSource Evaluate(
        RegistryRepository location, bool isMirror, PullSourceExclusionReason? reason, string explanation)
    {
        var secured = location with
        {
            Insecure = location.Insecure || _insecure.Find(location) is not null,
            BlockedHosts = _blockedHosts,
        };
        var source = CreateSource(secured, reason, explanation) with { IsMirror = isMirror };
        if (_blocked.FindOnAnyPort(location) is { } blocked)
        {
            return source with { ExclusionReason = PullSourceExclusionReason.Blocked, Explanation = $"{blocked} is blocked" };
        }

        return _neverContacted.Find(location, isMirror) is { } rule
            ? source with
            {
                ExclusionReason = PullSourceExclusionReason.NeverContacted,
                Explanation = $"{rule.Origin} allows only the mirrors of {rule.Source}",
            }
            : source;
    }

    private static PullSource CreateSource(
        RegistryRepository repository, PullSourceExclusionReason? reason, string explanation) =>
        new() { Repository = repository, ExclusionReason = reason, Explanation = explanation };
}
