using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Registries;

/// <summary>Reads rules from a cluster's objects.</summary>
internal sealed class ClusterRulesReader
{
    private readonly List<MirrorRule> _mirrors = [];
    private readonly List<RegistryScope> _blocked = [];
    private readonly List<RegistryScope> _insecure = [];
    private readonly List<RegistryScope> _allowed = [];
    private readonly List<AllowedRegistry> _allowedForImport = [];
    private readonly List<string> _ignored = [];
    private bool _allowedIsGiven;
    private bool _allowedForImportIsGiven;

    public void Read(ApiObject item)
    {
        switch (item)
        {
            case ImageDigestMirrorSet set:
                Read(set.Spec.ImageDigestMirrors, MirrorUse.Digests, GetName(ImageDigestMirrorSet.KindName, item));
                break;
            case ImageTagMirrorSet set:
                Read(set.Spec.ImageTagMirrors, MirrorUse.Tags, GetName(ImageTagMirrorSet.KindName, item));
                break;
            case ImageContentSourcePolicy policy:
                Read(
                    policy.Spec.RepositoryDigestMirrors.Select(static mirrors => mirrors with { MirrorSourcePolicy = default }),
                    MirrorUse.Digests,
                    GetName(ImageContentSourcePolicy.KindName, item));
                break;
            case ClusterImageConfig config:
                Read(config.Spec);
                break;
            default:
                throw new ArgumentException($"{item?.GetType().Name} has no registry rules.", nameof(item));
        }
    }

    public RegistryRules ToRules() => new()
    {
        Mirrors = _mirrors.ToValueList(),
        Blocked = _blocked.ToValueList(),
        Insecure = _insecure.ToValueList(),
        Allowed = _allowed.ToValueList(),
        AllowedOnly = _allowedIsGiven,
        AllowedForImport = _allowedForImport.ToValueList(),
        AllowedForImportOnly = _allowedForImportIsGiven,
        Ignored = _ignored.ToValueList(),
    };

    private static string GetName(string kind, ApiObject item) => $"{kind} {item.Metadata.Name}";

    private void Read(IEnumerable<ImageMirrors> entries, MirrorUse use, string origin)
    {
        foreach (var entry in entries)
        {
            if (FindScope(entry.Source, $"{origin}: source") is not { } source)
            {
                continue;
            }

            var rule = new MirrorRule
            {
                Source = source,
                Mirrors = entry.Mirrors.SelectMany(mirror => Mirror(mirror, origin)).ToValueList(),
                Use = use,
                NeverContactSource = entry.MirrorSourcePolicy == MirrorSourcePolicy.NeverContactSource,
                Origin = origin,
            };
            Add(rule);
        }
    }

    private void Add(MirrorRule rule)
    {
        if (rule.HasMirror)
        {
            _mirrors.Add(rule);
        }
        else
        {
            _ignored.Add($"{rule.Origin}: {rule.Source} has no mirror besides itself.");
        }
    }

    private IEnumerable<RegistryMirror> Mirror(string text, string origin)
    {
        var location = FindScope(text, $"{origin}: mirror");
        if (location is { IsWildcard: true })
        {
            _ignored.Add($"{origin}: mirror '{text}' is a wildcard.");
        }

        return location is { IsWildcard: false } ? [new RegistryMirror { Location = location }] : [];
    }

    private void Read(ClusterImageConfigSpec spec)
    {
        var sources = spec.RegistrySources;
        _blocked.AddRange(
            sources.BlockedRegistries.Select(text => FindImageScope(text, "blockedRegistries")).OfType<RegistryScope>());
        _insecure.AddRange(
            sources.InsecureRegistries.Select(text => FindScope(text, "insecureRegistries")).OfType<RegistryScope>());
        _allowed.AddRange(
            sources.AllowedRegistries.Select(text => FindImageScope(text, "allowedRegistries")).OfType<RegistryScope>());
        _allowedIsGiven |= !sources.AllowedRegistries.IsEmpty;
        _allowedForImport.AddRange(spec.AllowedRegistriesForImport.SelectMany(Allowed));
        _allowedForImportIsGiven |= !spec.AllowedRegistriesForImport.IsEmpty;
    }

    private IEnumerable<AllowedRegistry> Allowed(RegistryLocation location)
    {
        if (RegistryPattern.TryParse(location.DomainName, location.Insecure, out _))
        {
            return [new AllowedRegistry { DomainName = location.DomainName, Insecure = location.Insecure }];
        }

        _ignored.Add($"allowedRegistriesForImport '{location.DomainName}' is not a host with an optional port.");
        return [];
    }

    /// <summary>Reads a scope where single images are allowed, too; they stand for their repository.</summary>
    private RegistryScope? FindImageScope(string text, string where)
    {
        if (FindRepository(text) is not { } repository || !RegistryScope.TryParse(repository, out var scope))
        {
            return FindScope(text, where);
        }

        _ignored.Add($"{where} '{text}' is a single image and stands for all of {scope}.");
        return scope;
    }

    /// <summary>Returns the repository in <c>repository[:tag][@digest]</c>; null when the text has neither a tag nor a
    /// digest.</summary>
    private static string? FindRepository(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? text : text[..at];
        var colon = name.LastIndexOf(':');
        var isTagged = colon > name.IndexOf('/', StringComparison.Ordinal) && name.Contains('/', StringComparison.Ordinal);
        if ((at >= 0 && !Digest.TryParse(text[(at + 1)..], out _)) || (isTagged && !RegistryGrammar.IsTag(name[(colon + 1)..])))
        {
            return null;
        }

        if (isTagged)
        {
            return name[..colon];
        }

        return at < 0 ? null : name;
    }

    private RegistryScope? FindScope(string text, string where)
    {
        if (RegistryScope.TryParse(text, out var scope))
        {
            return scope;
        }

        _ignored.Add($"{where} '{text}' is not a registry, namespace or repository.");
        return null;
    }
}
