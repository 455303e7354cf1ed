using System.Diagnostics.CodeAnalysis;
using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Validation;
using Transport = ImageStreams.Validation.RegistryTransport;

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
    private readonly ScopeTable<MirroredSource> _mirrors = new();
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
            _mirrors.GetOrAdd(rule.Source, static source => new MirroredSource(source)).Add(rule);
        }

        foreach (var rule in rules.Mirrors.Where(static rule => rule.HasMirror))
        {
            _mirrors.GetOrAdd(rule.Source, static source => new MirroredSource(source)).Order();
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
    public RegistryPlan Plan(RegistryRepository repository, string tagOrDigest)
    {
        ArgumentNullException.ThrowIfNull(repository);
        RegistryGrammar.RequireTagOrDigest(tagOrDigest);

        var use = Digest.TryParse(tagOrDigest, out _) ? MirrorUse.Digests : MirrorUse.Tags;
        return PlanOf(repository, tagOrDigest, use);
    }

    /// <summary>Says where the list of tags is asked for: at the source, as in OpenShift.</summary>
    /// <param name="repository">The repository that is meant.</param>
    public RegistryPlan PlanForList(RegistryRepository repository)
    {
        ArgumentNullException.ThrowIfNull(repository);

        return PlanOf(repository, null, MirrorUse.Any);
    }

    private RegistryPlan PlanOf(RegistryRepository repository, string? tagOrDigest, MirrorUse wanted) => new()
    {
        Repository = repository,
        TagOrDigest = tagOrDigest,
        Places = TryForbid(repository, out var place) ? [place] : PlacesFor(repository, wanted),
    };

    private bool TryForbid(RegistryRepository repository, [NotNullWhen(true)] out RegistryPlace? place)
    {
        place = null;
        if ((Rules.AllowedOnly || !_allowed.IsEmpty) && _allowed.Find(repository) is null)
        {
            place = Forbidden(repository, PlaceExclusion.NotAllowed, WhatIsAllowed());
        }
        else if (_imports.AdmitHost(repository.Registry, TransportOf(repository)) is RegistryAdmission.Refused refused)
        {
            place = Forbidden(repository, PlaceExclusion.NotAllowedForImport, refused.Message);
        }

        return place is not null;
    }

    private string WhatIsAllowed() => _allowed.IsEmpty
        ? "nothing is allowed: no entry of the list makes sense"
        : $"allowed are {string.Join(", ", Rules.Allowed)} only";

    /// <summary>An insecure import may turn out to be a secure one.</summary>
    private static Transport TransportOf(RegistryRepository repository) =>
        repository.Insecure ? Transport.Any : Transport.Secure;

    private static RegistryPlace Forbidden(RegistryRepository repository, PlaceExclusion exclusion, string why) =>
        new() { Repository = repository, Exclusion = exclusion, Why = why };

    private ValueList<RegistryPlace> PlacesFor(RegistryRepository repository, MirrorUse wanted)
    {
        var places = new PlaceList(repository);
        if (_mirrors.TryFind(repository, out var source))
        {
            AddMirrors(places, source, MirrorUse.Digests, wanted);
            AddMirrors(places, source, MirrorUse.Tags, wanted);
        }

        places.Add(Judged(repository with { StartAt = null }, isMirror: false, null, "it is the source"));
        return places.ToList();
    }

    /// <summary>Mirrors for what is wanted come before the others, which are there to be explained.</summary>
    private void AddMirrors(PlaceList places, MirroredSource source, MirrorUse use, MirrorUse wanted)
    {
        var (mirrors, exclusion) = use == MirrorUse.Digests
            ? (source.ForDigests, PlaceExclusion.ForDigestsOnly)
            : (source.ForTags, PlaceExclusion.ForTagsOnly);
        foreach (var mirror in mirrors)
        {
            if (places.Rewrite(source.Source, mirror.Mirror) is { } there)
            {
                PlaceExclusion? excluded = wanted == use ? null : wanted == MirrorUse.Any ? PlaceExclusion.NotForLists : exclusion;
                places.Add(Judged(
                    there, !places.IsSource(there), excluded, $"{mirror.Origin} mirrors {source.Source} to {mirror.Name}"));
            }
        }
    }

    private RegistryPlace Judged(RegistryRepository place, bool isMirror, PlaceExclusion? exclusion, string why)
    {
        if (_blocked.FindOnAnyPort(place) is { } blocked)
        {
            (exclusion, why) = (PlaceExclusion.Blocked, $"{blocked} is blocked");
        }
        else if ((Forbidding(place) ?? (isMirror ? null : Forbidding(ScopeSet.WithoutPort(place)))) is { Forbids: { } rule } source)
        {
            (exclusion, why) = (PlaceExclusion.OnlyItsMirrors, $"{rule.Origin} allows the mirrors of {source.Source} only");
        }

        return new RegistryPlace
        {
            Repository = place with { Insecure = place.Insecure || _insecure.Find(place) is not null },
            IsMirror = isMirror,
            Exclusion = exclusion,
            Why = why,
        };
    }

    /// <summary>What leaves a place to its mirrors; asked for a source on every port, since a mirror may well be on
    /// another one of the same host.</summary>
    private MirroredSource? Forbidding(RegistryRepository place) =>
        _mirrors.TryFind(place, out var source) && source.Forbids is not null ? source : null;
}
