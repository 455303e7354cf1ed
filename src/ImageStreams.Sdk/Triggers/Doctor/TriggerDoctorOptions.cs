namespace ImageStreams.Triggers;

/// <summary>Options of <see cref="TriggerDoctor"/>.</summary>
/// <remarks>Read when an examination begins. All options bind from configuration.</remarks>
public sealed class TriggerDoctorOptions
{
    /// <summary>The codes of rules that are not reported, such as <c>IST1206</c>; empty by default. A code that does
    /// not exist silences nothing.</summary>
    public IList<string> Silenced { get; } = new List<string>();

    /// <summary>Gets or sets a value indicating whether streams come from files, which have <c>spec.tags</c> but no
    /// <c>status</c>: a tag is then treated as imported, and a stream needs no <c>resourceVersion</c>. False by
    /// default.
    /// </summary>
    public bool IgnoreStatus { get; set; }
}
