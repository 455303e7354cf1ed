using ImageStreams.Graphs;

namespace ImageStreams.Triggers;

/// <summary>What one examination knows of all objects, and what it has found so far.</summary>
internal sealed class DoctorContext(GraphObjects objects, TriggerDoctorOptions options)
{
    private readonly HashSet<string> _silenced = options.Silenced.ToHashSet(StringComparer.Ordinal);

    /// <summary>What the tags have to say for themselves.</summary>
    public DoctorTags Tags { get; } = new(objects, options);

    public List<TriggerFinding> Findings { get; } = [];

    public bool IsSilenced(TriggerRule rule) => _silenced.Contains(rule.Code);

    /// <summary>Where findings on one object go.</summary>
    public ObjectFindings ForObject(string kind, string? ns, string? name) => new(kind, ns, name, this);
}
