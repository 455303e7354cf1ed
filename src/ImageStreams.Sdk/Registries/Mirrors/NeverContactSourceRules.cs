namespace ImageStreams.Registries;

/// <summary>The rules with <c>NeverContactSource</c>: their sources are left to the mirrors.</summary>
internal sealed class NeverContactSourceRules
{
    private readonly ScopeTable<Decision> _rules = new();

    public NeverContactSourceRules(IEnumerable<MirrorRule> rules)
    {
        foreach (var rule in rules.Where(static rule => rule.HasMirror))
        {
            _rules.GetOrAdd(rule.Source, static _ => new Decision()).Add(rule);
        }
    }

    /// <summary>Finds the rule that forbids contacting a repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="isMirror">True when the repository is a mirror. A source is forbidden on every port, but a mirror
    /// may be on another port of the same host.</param>
    public MirrorRule? Find(RegistryRepository repository, bool isMirror) =>
        Find(repository) ?? (isMirror ? null : Find(ScopeSet.WithoutPort(repository)));

    /// <summary>Finds the rule for the longest source, which may not forbid anything.</summary>
    private MirrorRule? Find(RegistryRepository repository) =>
        _rules.TryFind(repository, out var decision) ? decision.Forbidding : null;

    /// <summary>The first rule of a source that forbids contacting it, if there is one.</summary>
    private sealed class Decision
    {
        public MirrorRule? Forbidding { get; private set; }

        public void Add(MirrorRule rule) => Forbidding ??= rule.NeverContactSource ? rule : null;
    }
}
