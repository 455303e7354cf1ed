namespace ImageStreams.Graphs;

/// <summary>What kinds of nodes and edges look like in Mermaid: the same as in Graphviz, as far as it goes.</summary>
internal static class MermaidStyle
{
    /// <summary>Every class with its style, in the order in which they are defined.</summary>
    public static IReadOnlyList<(string Class, string Style)> Classes { get; } =
    [
        ("elsewhere", "fill:#f1f5f9,stroke:#475569,color:#0f172a"),
        ("tag", "fill:#dbeafe,stroke:#1d4ed8,color:#0f172a"),
        ("image", "fill:#e0e7ff,stroke:#4338ca,color:#0f172a"),
        ("build", "fill:#fef3c7,stroke:#b45309,color:#0f172a"),
        ("workload", "fill:#dcfce7,stroke:#15803d,color:#0f172a"),
        ("moved", "fill:#b91c1c,stroke:#7f1d1d,color:#ffffff"),
        ("wave0", "fill:#f87171,stroke:#b91c1c,color:#0f172a"),
        ("wave1", "fill:#fb923c,stroke:#c2410c,color:#0f172a"),
        ("wave2", "fill:#fbbf24,stroke:#b45309,color:#0f172a"),
        ("wave3", "fill:#fde68a,stroke:#b45309,color:#0f172a"),
        ("later", "fill:#fef9c3,stroke:#b45309,color:#0f172a"),
        ("paused", "fill:#e2e8f0,stroke:#475569,color:#0f172a"),
        ("manual", "fill:#f8fafc,stroke:#475569,color:#0f172a"),
        ("faded", "fill:#ffffff,stroke:#cbd5e1,color:#64748b"),
        ("fault", "fill:#fee2e2,stroke:#b91c1c,color:#0f172a"),
        ("cycle", "stroke:#dc2626,stroke-width:3px"),
    ];

    public static string GetClass(PictureShape shape) => shape switch
    {
        PictureShape.Stream or PictureShape.Tag or PictureShape.Namespace => "tag",
        PictureShape.StreamImage => "image",
        PictureShape.Builds or PictureShape.Build => "build",
        PictureShape.Workloads or PictureShape.Workload => "workload",
        _ => "elsewhere",
    };

    public static string GetReachClass(int reach) => reach switch
    {
        PictureMark.Moved => "moved",
        PictureMark.CutOff => "paused",
        PictureMark.Manual => "manual",
        PictureMark.NotReached => "faded",
        <= 3 => $"wave{reach}",
        _ => "later",
    };

    /// <summary>What stands before and behind a label.</summary>
    public static (string Open, string Close) GetBrackets(PictureShape shape) => shape switch
    {
        PictureShape.ExternalImage or PictureShape.Repository or PictureShape.Registry => ("[(", ")]"),
        PictureShape.Tag => ("(", ")"),
        PictureShape.Stream => ("([", "])"),
        PictureShape.StreamImage => ("[/", "/]"),
        PictureShape.Builds or PictureShape.Build => ("{{", "}}"),
        PictureShape.Namespace or PictureShape.Rest => ("[[", "]]"),
        _ => ("[", "]"),
    };
}
