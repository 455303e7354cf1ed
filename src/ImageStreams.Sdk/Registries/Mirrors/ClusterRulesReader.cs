using ImageStreams.Collections;
using ImageStreams.Validation;

namespace ImageStreams.Registries;

/// <summary>Gathers rules from a cluster's objects.</summary>
internal sealed class ClusterRulesReader
{
    private readonly List<MirrorRule> _mirrors = [];
    private readonly List<RegistryScope> _blocked = [];
    private readonly List<RegistryScope> _insecure = [];
    private readonly List<RegistryScope> _allowed = [];
    private readonly List<AllowedRegistry> _allowedForImport = [];
    private readonly List<string> _ignored = [];

    public void Read(ApiObject item)
    {
        switch (item)
        {
            case ImageDigestMirrorSet set:
                Read(set.Spec.ImageDigestMirrors, MirrorUse.Digests, Named(ImageDigestMirrorSet.KindName, item));
                break;
            case ImageTagMirrorSet set:
                Read(set.Spec.ImageTagMirrors, MirrorUse.Tags, Named(ImageTagMirrorSet.KindName, item));
                break;
            case ImageContentSourcePolicy policy:
                Read(
                    policy.Spec.RepositoryDigestMirrors.Select(static mirrors => mirrors with { MirrorSourcePolicy = default }),
                    MirrorUse.Digests,
                    Named(ImageContentSourcePolicy.KindName, item));
                break;
            case ClusterImageConfig config:
                Read(config.Spec);
                break;
            default:
                throw new ArgumentException($"{item?.GetType().Name} has no rules for registries.", nameof(item));
        }
    }

    public RegistryRules ToRules() => new()
    {
        Mirrors = _mirrors.ToValueList(),
        Blocked = _blocked.ToValueList(),
        Insecure = _insecure.ToValueList(),
        Allowed = _allowed.ToValueList(),
        AllowedForImport = _allowedForImport.ToValueList(),
        Ignored = _ignored.ToValueList(),
    };

    private static string Named(string kind, ApiObject item) => $"{kind} {item.Metadata.Name}";

    private void Read(IEnumerable<ImageMirrors> entries, MirrorUse use, string origin)
    {
        foreach (var entry in entries)
        {
            if (Scope(entry.Source, $"{origin}: source") is not { } source)
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
            Keep(rule);
        }
    }

    private void Keep(MirrorRule rule)
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
        var location = Scope(text, $"{origin}: mirror");
        if (location is { IsWildcard: true })
        {
            _ignored.Add($"{origin}: mirror '{text}' is a wildcard.");
        }

        return location is { IsWildcard: false } ? [new RegistryMirror { Location = location }] : [];
    }

    private void Read(ClusterImageConfigSpec spec)
    {
        Read(spec.RegistrySources.BlockedRegistries, "blockedRegistries", _blocked);
        Read(spec.RegistrySources.InsecureRegistries, "insecureRegistries", _insecure);
        Read(spec.RegistrySources.AllowedRegistries, "allowedRegistries", _allowed);
        _allowedForImport.AddRange(spec.AllowedRegistriesForImport.SelectMany(Allowed));
    }

    private IEnumerable<AllowedRegistry> Allowed(RegistryLocation location)
    {
        if (RegistryPattern.TryParse(location.DomainName, location.Insecure, out _))
        {
            return [new AllowedRegistry { DomainName = location.DomainName, Insecure = location.Insecure }];
        }

        _ignored.Add($"allowedRegistriesForImport '{location.DomainName}' is no host with an optional port.");
        return [];
    }

    private void Read(ValueList<string> texts, string field, List<RegistryScope> scopes) =>
        scopes.AddRange(texts.Select(text => Scope(text, field)).OfType<RegistryScope>());

    private RegistryScope? Scope(string text, string where)
    {
        if (RegistryScope.TryParse(text, out var scope))
        {
            return scope;
        }

        _ignored.Add($"{where} '{text}' is no registry, namespace or repository.");
        return null;
    }
}
