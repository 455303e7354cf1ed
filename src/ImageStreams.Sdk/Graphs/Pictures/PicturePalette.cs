namespace ImageStreams.Graphs;

/// <summary>The colors of all pictures. The writers only format them.</summary>
internal static class PicturePalette
{
    public const string Text = "#0f172a";
    public const string SubtleText = "#475569";
    public const string Edge = "#334155";
    public const string PausedEdge = "#b45309";
    public const string ManualEdge = "#64748b";
    public const string Cycle = "#dc2626";
    public const string NamespaceFill = "#f8fafc";
    public const string NamespaceLine = "#cbd5e1";

    private static readonly PictureStyle Elsewhere = new("elsewhere", "#f1f5f9", "#475569");
    private static readonly PictureStyle Tag = new("tag", "#dbeafe", "#1d4ed8");
    private static readonly PictureStyle Image = new("image", "#e0e7ff", "#4338ca");
    private static readonly PictureStyle Build = new("build", "#fef3c7", "#b45309");

    /// <summary>Deployments, DeploymentConfigs and all other workloads.</summary>
    private static readonly PictureStyle Workload = new("workload", "#dcfce7", "#15803d");

    private static readonly PictureStyle Moved = new("moved", "#b91c1c", "#7f1d1d", "#ffffff");
    private static readonly PictureStyle Wave0 = new("wave0", "#f87171", "#b91c1c");
    private static readonly PictureStyle Wave1 = new("wave1", "#fb923c", "#c2410c");
    private static readonly PictureStyle Wave2 = new("wave2", "#fbbf24", "#b45309");
    private static readonly PictureStyle Wave3 = new("wave3", "#fde68a", "#b45309");
    private static readonly PictureStyle Later = new("later", "#fef9c3", "#b45309");
    private static readonly PictureStyle Paused = new("paused", "#e2e8f0", "#475569");
    private static readonly PictureStyle Manual = new("manual", "#f8fafc", "#475569");
    private static readonly PictureStyle Faded = new("faded", "#ffffff", "#cbd5e1", "#64748b");

    /// <summary>The style of a tag without an image.</summary>
    public static PictureStyle Fault { get; } = new("fault", "#fee2e2", "#b91c1c");

    /// <summary>The style of a tag that waits for a build.</summary>
    public static PictureStyle Awaited { get; } = new("awaited", "#fef9c3", "#b45309");

    /// <summary>All styles, in the order in which Mermaid defines them.</summary>
    public static IReadOnlyList<PictureStyle> Styles { get; } =
    [
        Elsewhere, Tag, Image, Build, Workload, Moved, Wave0, Wave1, Wave2, Wave3, Later, Paused, Manual, Faded, Fault,
        Awaited,
    ];

    /// <summary>Gets the style of a kind of node.</summary>
    public static PictureStyle GetKind(PictureShape shape) => shape switch
    {
        PictureShape.Stream or PictureShape.Tag or PictureShape.Namespace => Tag,
        PictureShape.StreamImage => Image,
        PictureShape.Builds or PictureShape.Build => Build,
        PictureShape.Workloads or PictureShape.Workload => Workload,
        _ => Elsewhere,
    };

    /// <summary>Gets the style of a node in the picture of a change: the later the wave, the paler.</summary>
    /// <param name="reach">The <see cref="PictureMark.Reach"/> of the node.</param>
    public static PictureStyle GetReach(int reach) => reach switch
    {
        PictureMark.Moved => Moved,
        0 => Wave0,
        1 => Wave1,
        2 => Wave2,
        3 => Wave3,
        PictureMark.CutOff => Paused,
        PictureMark.Manual => Manual,
        PictureMark.NotReached => Faded,
        _ => Later,
    };
}
