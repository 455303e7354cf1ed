using System.Diagnostics.CodeAnalysis;
using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Registries;

/// <summary>Says which places are asked for an image, in which order, and why.</summary>
/// <remarks>
/// <para>Follows OpenShift and <c>containers-registries.conf</c>: of the rules with mirrors those with the longest
/// source count, whatever they are for; their mirrors come in order, the source comes last. Mirrors for digests are not
/// asked for tags, nor the other way round. A blocked source leaves its mirrors, a blocked mirror the others.</para>
/// <para>Answers from memory alone, in time linear in the length of the name. Immutable; safe to share between
/// threads.</para>
/// </remarks>
public sealed class RegistryPolicy
{
    private readonly ScopeTable<MirroredSourceRules> _mirrors = new();
    private readonly ScopeSet _blocked;
    private readonly ScopeSet _insecure;
    private readonly ScopeSet _allowed;
    private readonly AllowedRegistries _imports;

    /// <summary>Creates the policy that rules amount to.</summary>
    /// <param name="rules">The rules.</param>
    /// <exception cref="RegistryPatternFormatException">A registry allowed for import is no pattern.</exception>
    public RegistryPolicy(RegistryRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);

        Rules = rules;
        _blocked = new ScopeSet(rules.Blocked);
        _insecure = new ScopeSet(rules.Insecure);
        _allowed = new ScopeSet(rules.Allowed);
        _imports = rules is { AllowedForImport.IsEmpty: true, AllowedForImportOnly: false }
            ? AllowedRegistries.All
            : AllowedRegistries.Create(rules.AllowedForImport);
        foreach (var rule in rules.Mirrors.Where(static rule => rule.HasMirror))
        {
            _mirrors.GetOrAdd(rule.Source, static source => new MirroredSourceRules(source)).Add(rule);
        }

        foreach (var rule in rules.Mirrors.Where(static rule => rule.HasMirror))
        {
            _mirrors.GetOrAdd(rule.Source, static source => new MirroredSourceRules(source)).SortMirrors();
        }
    }

    /// <summary>The rules behind the policy.</summary>
    public RegistryRules Rules { get; }

    /// <summary>Says where a tag or digest is asked for.</summary>
    /// <remarks>
    /// <see cref="RegistryRepository.StartAt"/> comes first if it is one of the places, even one for the other kind
    /// of request: what is named by a digest is taken from where its tag was.
    /// </remarks>
    /// <param name="repository">The repository that is meant.</param>
    /// <param name="tagOrDigest">The tag or digest that is wanted.</param>
    /// <exception cref="ArgumentException"><paramref name="tagOrDigest"/> is neither a tag nor a digest.</exception>
    public PullSourceList GetPullSources(RegistryRepository repository, string tagOrDigest)
    {
        ArgumentNullException.ThrowIfNull(repository);
        RegistryGrammar.RequireTagOrDigest(tagOrDigest);

        var use = Digest.TryParse(tagOrDigest, out _) ? MirrorUse.Digests : MirrorUse.Tags;
        return CreateList(repository, tagOrDigest, use);
    }

    /// <summary>Says where the list of tags is asked for: at the source, as in OpenShift.</summary>
    /// <param name="repository">The repository that is meant.</param>
    public PullSourceList GetTagListPullSources(RegistryRepository repository)
    {
        ArgumentNullException.ThrowIfNull(repository);

        return CreateList(repository, null, MirrorUse.Any);
    }

    private PullSourceList CreateList(RegistryRepository repository, string? tagOrDigest, MirrorUse wanted) => new()
    {
        Repository = repository,
        TagOrDigest = tagOrDigest,
        Sources = TryForbid(repository, out var pullSource) ? [pullSource] : GetSources(repository, wanted),
    };

    private bool TryForbid(RegistryRepository repository, [NotNullWhen(true)] out PullSource? pullSource)
    {
        pullSource = null;
        if ((Rules.AllowedOnly || !_allowed.IsEmpty) && _allowed.Find(repository) is null)
        {
            pullSource = Exclude(repository, PullSourceExclusionReason.NotAllowed, DescribeAllowed());
        }
        else if (_imports.AdmitHost(repository.Registry, GetTransport(repository)) is RegistryAdmissionResult.Refused refused)
        {
            pullSource = Exclude(repository, PullSourceExclusionReason.NotAllowedForImport, refused.Message);
        }

        return pullSource is not null;
    }

    private string DescribeAllowed() => _allowed.IsEmpty
        ? "nothing is allowed: no entry of the list makes sense"
        : $"allowed are {string.Join(", ", Rules.Allowed)} only";

    /// <summary>An insecure import may turn out to be a secure one.</summary>
    private static RegistrySecurity GetTransport(RegistryRepository repository) =>
        repository.Insecure ? RegistrySecurity.Any : RegistrySecurity.Secure;

    private static PullSource Exclude(RegistryRepository repository, PullSourceExclusionReason exclusion, string explanation) =>
        new() { Repository = repository, ExclusionReason = exclusion, Explanation = explanation };

    private ValueList<PullSource> GetSources(RegistryRepository repository, MirrorUse wanted)
    {
        var pullSources = new PullSourceListBuilder(repository);
        if (_mirrors.TryFind(repository, out var source))
        {
            AddMirrors(pullSources, source, MirrorUse.Digests, wanted);
            AddMirrors(pullSources, source, MirrorUse.Tags, wanted);
        }

        pullSources.Add(Evaluate(repository with { StartAt = null }, isMirror: false, null, "it is the source"));
        return pullSources.ToList();
    }

    /// <summary>Mirrors for what is wanted come before the others, which are there to be explained.</summary>
    private void AddMirrors(PullSourceListBuilder pullSources, MirroredSourceRules source, MirrorUse use, MirrorUse wanted)
    {
        var (mirrors, exclusion) = use == MirrorUse.Digests
            ? (source.ForDigests, PullSourceExclusionReason.ForDigestsOnly)
            : (source.ForTags, PullSourceExclusionReason.ForTagsOnly);
        foreach (var mirror in mirrors)
        {
            if (pullSources.Rewrite(source.Source, mirror.Mirror) is { } there)
            {
                PullSourceExclusionReason? excluded = wanted == use ? null : wanted == MirrorUse.Any ? PullSourceExclusionReason.NotForLists : exclusion;
                pullSources.Add(Evaluate(
                    there, !pullSources.IsSource(there), excluded, $"{mirror.Origin} mirrors {source.Source} to {mirror.Name}"));
            }
        }
    }

    private PullSource Evaluate(RegistryRepository pullSource, bool isMirror, PullSourceExclusionReason? exclusion, string explanation)
    {
        if (_blocked.FindOnAnyPort(pullSource) is { } blocked)
        {
            (exclusion, explanation) = (PullSourceExclusionReason.Blocked, $"{blocked} is blocked");
        }
        else if ((FindNeverContactedSource(pullSource) ?? (isMirror ? null : FindNeverContactedSource(ScopeSet.WithoutPort(pullSource)))) is { NeverContactRule: { } rule } source)
        {
            (exclusion, explanation) = (PullSourceExclusionReason.OnlyItsMirrors, $"{rule.Origin} allows the mirrors of {source.Source} only");
        }

        return new PullSource
        {
            Repository = pullSource with { Insecure = pullSource.Insecure || _insecure.Find(pullSource) is not null },
            IsMirror = isMirror,
            ExclusionReason = exclusion,
            Explanation = explanation,
        };
    }

    /// <summary>What leaves a place to its mirrors; asked for a source on every port, since a mirror may well be on
    /// another one of the same host.</summary>
    private MirroredSourceRules? FindNeverContactedSource(RegistryRepository pullSource) =>
        _mirrors.TryFind(pullSource, out var source) && source.NeverContactRule is not null ? source : null;
}
