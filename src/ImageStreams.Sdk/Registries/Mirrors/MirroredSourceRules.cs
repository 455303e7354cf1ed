namespace ImageStreams.Registries;

/// <summary>All that the rules say about one source.</summary>
internal sealed class MirroredSourceRules(RegistryScope source)
{
    private readonly List<MirrorRule> _rules = [];

    public RegistryScope Source => source;

    /// <summary>The rule that forbids to ask the source; null when it may be asked.</summary>
    public MirrorRule? NeverContactRule => _rules.Find(static rule => rule.NeverContactSource);

    /// <summary>The mirrors for digests in order, once <see cref="SortMirrors"/> was called.</summary>
    public IReadOnlyList<NamedMirror> ForDigests { get; private set; } = [];

    /// <summary>The mirrors for tags in order, once <see cref="SortMirrors"/> was called.</summary>
    public IReadOnlyList<NamedMirror> ForTags { get; private set; } = [];

    public void Add(MirrorRule rule) => _rules.Add(rule);

    /// <summary>Brings the mirrors of all rules into one order.</summary>
    public void SortMirrors()
    {
        ForDigests = Merge(_rules.Where(static rule => rule.Use != MirrorUse.Tags).ToList());
        ForTags = Merge(_rules.Where(static rule => rule.Use != MirrorUse.Digests).ToList());
    }

    private List<NamedMirror> Merge(List<MirrorRule> rules)
    {
        var named = rules.SelectMany(static rule => rule.Mirrors.Select(mirror => new NamedMirror(mirror, rule.Origin)))
            .ToLookup(static mirror => mirror.Name, StringComparer.Ordinal);
        var lists = rules.ConvertAll(static rule => rule.Mirrors.Select(static mirror => mirror.ToString()).ToList());
        return MirrorListMerger.Merge(source.ToString(), lists).ConvertAll(name => Combine(named[name]));
    }

    /// <summary>One mirror of what several rules say about it.</summary>
    private static NamedMirror Combine(IEnumerable<NamedMirror> mirrors)
    {
        var all = mirrors.ToList();
        var insecure = all.Exists(static mirror => mirror.Mirror.Insecure);
        return all[0] with { Mirror = all[0].Mirror with { Insecure = insecure } };
    }
}
