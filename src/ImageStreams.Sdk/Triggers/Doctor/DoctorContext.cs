using ImageStreams.Graphs;

namespace ImageStreams.Triggers;

/// <summary>The state of one run of the doctor: the tags of all objects, and the findings so far.</summary>
internal sealed class DoctorContext(GraphObjects objects, TriggerDoctorOptions options)
{
    private readonly HashSet<string> _silenced = options.Silenced.ToHashSet(StringComparer.Ordinal);

    public ExaminedTags Tags { get; } = new(objects, options);

    public PolicyCycles Cycles { get; } = new(objects);

    public List<TriggerFinding> Findings { get; } = [];

    public bool IsSilenced(TriggerRule rule) => _silenced.Contains(rule.Code);

    /// <summary>The findings on one object.</summary>
    public ObjectFindings ForObject(string kind, string? ns, string? name) => new(kind, ns, name, this);
}
