using ImageStreams.Collections;

namespace ImageStreams.Triggers;

/// <summary>What <see cref="TriggerDoctor"/> looks for.</summary>
public sealed record TriggerDoctorOptions
{
    /// <summary>Everything, in objects as a cluster has them.</summary>
    public static TriggerDoctorOptions Default { get; } = new();

    /// <summary>Codes that are not reported, such as <c>IST1206</c>; one that does not exist silences nothing.</summary>
    public ValueList<string> Silenced { get; init; }

    /// <summary>
    /// Whether streams come from files, which say what tags follow but not what came of it: a tag then counts as imported,
    /// and a stream needs no <c>resourceVersion</c>. False by default.
    /// </summary>
    public bool IgnoreStatus { get; init; }
}
