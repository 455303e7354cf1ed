namespace ImageStreams.Manifests;

/// <summary>The readings of the scalars of one object where the text alone does not tell, and the problems that follow.</summary>
/// <remarks>Only for objects of the API: in others nobody knows the types of the fields.</remarks>
internal sealed record ScalarReadings
{
    /// <summary>The readings by node; nodes that are absent are read by the core schema of YAML 1.2.</summary>
    public required IReadOnlyDictionary<int, ScalarReading> Readings { get; init; }

    /// <summary>The problems in the order of their places; all are warnings.</summary>
    public required IReadOnlyList<ManifestProblem> Problems { get; init; }

    /// <summary>Examines the scalars of an object, those that its aliases repeat included.</summary>
    public static ScalarReadings Create(TextTree tree, int node)
    {
        var walk = new ScalarWalk(tree);
        walk.Visit(node);
        return walk.ToReadings();
    }
}
