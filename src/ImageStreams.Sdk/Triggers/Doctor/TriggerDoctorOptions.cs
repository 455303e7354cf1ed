using ImageStreams.Collections;

namespace ImageStreams.Triggers;

/// <summary>The settings of the <see cref="TriggerDoctor"/>.</summary>
public sealed record TriggerDoctorOptions
{
    /// <summary>The defaults: all rules, for objects from a cluster.</summary>
    public static TriggerDoctorOptions Default { get; } = new();

    /// <summary>The codes of the rules that are not reported, such as <c>IST1206</c>; unknown codes are ignored.</summary>
    public ValueList<string> Silenced { get; init; }

    /// <summary>
    /// Indicates whether the streams come from files, which have a <c>spec</c> but no <c>status</c>: spec tags then count as
    /// imported, and streams need no <c>metadata.resourceVersion</c>. False by default.
    /// </summary>
    public bool IgnoreStatus { get; init; }

    /// <summary>Formats the silenced codes and whether the status is ignored.</summary>
    public override string ToString() => $"Silenced: {string.Join(", ", Silenced)}; IgnoreStatus: {IgnoreStatus}";
}
