namespace ImageStreams.Registries;

/// <summary>The mirrors of each source, merged from all of its rules.</summary>
internal sealed class MirrorTable
{
    private readonly ScopeTable<Source> _sources = new();

    public MirrorTable(IEnumerable<MirrorRule> rules)
    {
        foreach (var group in rules.Where(static rule => rule.HasMirror).GroupBy(static rule => rule.Source))
        {
            _sources.GetOrAdd(group.Key, scope => new Source(scope, [.. group]));
        }
    }

    /// <summary>Finds the longest source that a repository lies in.</summary>
    public Source? Find(RegistryRepository repository) => _sources.TryFind(repository, out var source) ? source : null;

    /// <summary>A source with its mirrors.</summary>
    internal sealed class Source(RegistryScope scope, List<MirrorRule> rules)
    {
        public RegistryScope Scope => scope;

        /// <summary>The mirrors for digests, in order.</summary>
        public IReadOnlyList<Mirror> ForDigests { get; } = Merge(scope, rules.FindAll(static rule => rule.Use != MirrorUse.Tags));

        /// <summary>The mirrors for tags, in order.</summary>
        public IReadOnlyList<Mirror> ForTags { get; } = Merge(scope, rules.FindAll(static rule => rule.Use != MirrorUse.Digests));

        private static List<Mirror> Merge(RegistryScope scope, List<MirrorRule> rules)
        {
            var named = rules.SelectMany(static rule => rule.Mirrors.Select(mirror => new Mirror(mirror, rule.Origin)))
                .ToLookup(static mirror => mirror.Name, StringComparer.Ordinal);
            var lists = rules.ConvertAll(static rule => rule.Mirrors.Select(static mirror => mirror.ToString()).ToList());
            return MirrorListMerger.Merge(scope.ToString(), lists).ConvertAll(name => Combine([.. named[name]]));
        }

        /// <summary>Combines the entries of several rules for one mirror.</summary>
        private static Mirror Combine(List<Mirror> mirrors)
        {
            var insecure = mirrors.Exists(static mirror => mirror.Location.Insecure);
            return mirrors[0] with { Location = mirrors[0].Location with { Insecure = insecure } };
        }
    }

    /// <summary>A mirror, and the origin of the rule that names it.</summary>
    internal sealed record Mirror(RegistryMirror Location, string Origin)
    {
        public string Name => Location.ToString();
    }
}
